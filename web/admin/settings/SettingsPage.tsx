import { Accordion, Stack, Text, Title } from '@mantine/core';
import { useChosen, type Account } from '../accounts';
import { useTexts } from '../language';
import { ReceiptPreview } from '../marketing/ReceiptPreview';
import { PageHead } from '../PageHead';
import { editorTexts } from '../texts/editor';
import { settingsTexts } from '../texts/settings';
import { shellTexts } from '../texts/shell';
import { ChangeList } from './history/ChangeList';
import { MemberEditor } from './MemberEditor';
import { members } from './members';
import { Removal } from './Removal';
import { SectionForm } from './SectionForm';
import { SectionNav } from './SectionNav';
import { SettingsForms } from './SettingsForms';
import { useSection, type PageSection } from './use_section';
import classes from './settings.module.css';

export default function SettingsPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(settingsTexts);
  const { account } = useChosen();
  const [section, choose] = useSection();
  if (account === null) return null;
  return (
    <>
      <PageHead title={shell.pages.settings} text={texts.text} />
      <SettingsForms key={account.account_id} account={account.account_id}>
        <div className={classes.layout}>
          <SectionNav current={section} onChange={choose} />
          <Body section={section} account={account} />
        </div>
      </SettingsForms>
    </>
  );
}

function Body({ section, account }: { section: PageSection; account: Account }) {
  if (section === 'changes') return <ChangeList account={account.account_id} />;
  if (section === 'json') return <AsJson />;
  return (
    <Stack gap="xl">
      <SectionForm key={section} name={section} />
      {section === 'receipts' && <ReceiptPreview />}
      {section === 'shop' && <Removal account={account.account_id} name={account.name} />}
    </Stack>
  );
}

function AsJson() {
  const texts = useTexts(settingsTexts);
  const editor = useTexts(editorTexts);
  return (
    <Stack gap="sm" component="section" aria-label={editor.sections.json}>
      <Title order={2} fz={20}>
        {editor.sections.json}
      </Title>
      <Text c="dimmed">{editor.sectionTexts.json}</Text>
      <Accordion variant="separated" multiple order={3}>
        {members.map(({ name, documentation }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>{texts.members[name]}</Accordion.Control>
            <Accordion.Panel>
              <MemberEditor name={name} documentation={documentation} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}
