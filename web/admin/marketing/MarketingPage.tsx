import { Tabs } from '@mantine/core';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { SectionForm } from '../settings/SectionForm';
import { SettingsForms } from '../settings/SettingsForms';
import { marketingTexts } from '../texts/marketing';
import { shellTexts } from '../texts/shell';
import { AutomationsTab } from './AutomationsTab';
import { FeedsTab } from './FeedsTab';
import { ReceiptsTab } from './ReceiptsTab';
import { WebhooksTab } from './WebhooksTab';

const tabs = ['feeds', 'automations', 'receipts', 'consent', 'webhooks'] as const;

export default function MarketingPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(marketingTexts);
  const id = useChosen().account?.account_id;
  if (id === undefined) return null;
  return (
    <>
      <PageHead title={shell.pages.marketing} text={texts.text} />
      <SettingsForms account={id} key={id}>
        <Tabs defaultValue="feeds" keepMounted={false}>
          <Tabs.List mb="md">
            {tabs.map((tab) => (
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
            <ReceiptsTab />
          </Tabs.Panel>
          <Tabs.Panel value="consent" maw={860}>
            <SectionForm name="consents" />
          </Tabs.Panel>
          <Tabs.Panel value="webhooks">
            <WebhooksTab account={id} />
          </Tabs.Panel>
        </Tabs>
      </SettingsForms>
    </>
  );
}
