import { Tabs } from '@mantine/core';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { ordersTexts } from '../texts/orders';
import { shellTexts } from '../texts/shell';
import { FetchList } from './FetchList';
import { QuarantineList } from './QuarantineList';

export default function OrdersPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(ordersTexts);
  return (
    <>
      <PageHead title={shell.pages.orders} text={texts.text} />
      <Tabs defaultValue="fetches" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="fetches">{texts.fetches}</Tabs.Tab>
          <Tabs.Tab value="quarantine">{texts.quarantine}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fetches">
          <FetchList />
        </Tabs.Panel>
        <Tabs.Panel value="quarantine">
          <QuarantineList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
