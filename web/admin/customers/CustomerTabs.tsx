import { Paper, Tabs } from '@mantine/core';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { changeSearch, useSearch } from '../route';
import { customerTexts } from '../texts/customers';
import { BonusTab } from './BonusTab';
import { ConsentTab } from './ConsentTab';
import type { Customer } from './customer';
import { PurchaseTab } from './PurchaseTab';
import { TimelineTab } from './TimelineTab';

const tabs = ['timeline', 'purchases', 'bonus', 'consents'] as const;

export function CustomerTabs({ customer }: { customer: Customer }) {
  const texts = useTexts(customerTexts);
  const format = useFormat();
  const search = useSearch();
  const chosen = tabs.find((tab) => tab === search.tab) ?? 'timeline';
  const counts: Record<(typeof tabs)[number], number> = {
    timeline: 0, purchases: customer.purchases.length, bonus: customer.bonus_checks.length, consents: 0,
  };
  return (
    <Paper p="lg">
      <Tabs
        value={chosen}
        keepMounted={false}
        onChange={(tab) => {
          changeSearch(tab === null || tab === 'timeline' ? {} : { tab });
        }}
      >
        <Tabs.List mb="md">
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {texts.tabs[tab]}
              {counts[tab] > 0 && ` (${format.count(counts[tab])})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="timeline">
          <TimelineTab account={customer.account_id} id={customer.contact_id} />
        </Tabs.Panel>
        <Tabs.Panel value="purchases">
          <PurchaseTab purchases={customer.purchases} />
        </Tabs.Panel>
        <Tabs.Panel value="bonus">
          <BonusTab checks={customer.bonus_checks} />
        </Tabs.Panel>
        <Tabs.Panel value="consents">
          <ConsentTab customer={customer} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
