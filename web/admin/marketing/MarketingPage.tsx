import { Tabs } from '@mantine/core';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { AutomationsTab } from './AutomationsTab';
import { ConsentForm } from './ConsentForm';
import { FeedsTab } from './FeedsTab';
import { ReceiptForm } from './ReceiptForm';
import { WithSettings } from './WithSettings';

export default function MarketingPage() {
  const { shell, marketing: texts } = useTexts();
  const id = useChosen().account?.account_id;
  if (id === undefined) return null;
  return (
    <>
      <PageHead title={shell.pages.marketing} text={texts.text} />
      <Tabs defaultValue="feeds" keepMounted={false} key={id}>
        <Tabs.List mb="md">
          {(['feeds', 'automations', 'receipts', 'consent'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {texts.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="feeds">
          <FeedsTab account={id} />
        </Tabs.Panel>
        <Tabs.Panel value="automations">
          <AutomationsTab account={id} />
        </Tabs.Panel>
        <Tabs.Panel value="receipts">
          <WithSettings account={id}>{(connection) => <ReceiptForm connection={connection} />}</WithSettings>
        </Tabs.Panel>
        <Tabs.Panel value="consent">
          <WithSettings account={id}>{(connection) => <ConsentForm connection={connection} />}</WithSettings>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
