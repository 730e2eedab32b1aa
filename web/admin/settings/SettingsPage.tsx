import { Accordion, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ErrorNote } from '../../components/ErrorNote';
import { IconTrash } from '../../components/icons';
import { useChosen, useConnection, type Connection } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { navigate } from '../route';
import { useAction } from '../use_action';
import { MemberEditor } from './MemberEditor';
import { members } from './members';
import { ShopForm } from './ShopForm';

export default function SettingsPage() {
  const { account } = useChosen();
  return account === null ? null : <Settings key={account.account_id} account={account.account_id} />;
}

function Settings({ account }: { account: string }) {
  const { shell, settings: texts, words } = useTexts();
  const connection = useConnection(account);
  return (
    <>
      <PageHead title={shell.pages.settings} text={texts.text} />
      {connection.isError && !connection.data && (
        <ErrorNote title={texts.failed} error={connection.error} onRetry={() => void connection.refetch()} />
      )}
      {connection.isPending && <Skeleton height={320} role="status" aria-label={words.loading} />}
      {connection.data && (
        <Stack gap="xl" maw={860}>
          <ShopForm connection={connection.data} />
          <Advanced connection={connection.data} />
          <Removal account={account} name={connection.data.name} />
        </Stack>
      )}
    </>
  );
}

function Advanced({ connection }: { connection: Connection }) {
  const { settings: texts } = useTexts();
  return (
    <Stack gap="sm" component="section" aria-label={texts.advanced}>
      <Title order={2} fz={18}>
        {texts.advanced}
      </Title>
      <Text c="dimmed" size="sm">
        {texts.advancedText}
      </Text>
      <Accordion variant="separated" multiple>
        {members.map(({ name, documentation }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>{texts.members[name]}</Accordion.Control>
            <Accordion.Panel>
              <MemberEditor connection={connection} name={name} documentation={documentation} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function Removal({ account, name }: { account: string; name: string }) {
  const { settings: texts } = useTexts();
  const [asking, { open, close }] = useDisclosure(false);
  const remove = useAction({
    call: () => client.delete('/api/v1/accounts/{account}', { params: { account } }),
    done: () => texts.removed,
    then: () => { navigate({ page: 'overview', account: null }); },
  });
  return (
    <div>
      <Button variant="outline" color="red.8" leftSection={<IconTrash size={16} />} onClick={open} styles={{ root: { color: 'light-dark(#b02525, #ff9b9b)' } }}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        opened={asking} title={texts.removeTitle(name)} confirm={texts.remove} pending={remove.isPending} onClose={close}
        onConfirm={() => { remove.mutate(undefined); }}
      >
        {texts.removeText}
      </ConfirmDialog>
    </div>
  );
}
