import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { IconArrowBackUp } from '../../../components/icons';
import { useChosen } from '../../accounts';
import { client } from '../../api/client';
import { useFormat } from '../../format';
import { useAction } from '../../use_action';
import { useActorWords } from '../../use_actor_words';
import { pathOfMember, type Changed } from '../editor/conflict';
import { labelOf, useFieldTexts } from '../fields/labels';
import { ValueView } from './ValueView';

/** One change: who, when, each member before and after, and the way back. */
export function ChangeCard({ account, change }: { account: string; change: Changed }) {
  const texts = useFieldTexts();
  const { changes: words } = texts;
  const shop = useChosen().account;
  const format = useFormat(shop?.time_zone);
  const [asking, { open, close }] = useDisclosure(false);
  const undo = useAction({
    call: () =>
      client.post('/api/v1/accounts/{account}/changes/{change}/undo', undefined, { params: { account, change: change.change_id } }),
    done: () => words.undone,
    then: close,
  });
  const blocked = change.undo_blocked_by;
  const time = format.time(change.at);
  const author = useActorWords()(change.author);
  return (
    <Paper component="li" p="lg" aria-label={words.changeOf(author, time)}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div>
            <Text fw={600}>{author}</Text>
            <Text size="sm" c="dimmed" className="figures">
              <time dateTime={change.at}>{time}</time>
              {change.undoes !== null && ` · ${words.putBack}`}
            </Text>
          </div>
          {change.undoable && (
            <Button variant="default" leftSection={<IconArrowBackUp size={16} />} aria-label={`${words.undo}: ${time}`} onClick={open}>
              {words.undo}
            </Button>
          )}
        </Group>
        {change.members.map((member) => (
          <Member key={member.member} member={member} />
        ))}
        {blocked !== null && (
          <Text size="sm" c="dimmed">
            {words.blocked[blocked]}
          </Text>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking} title={words.undoTitle} confirm={words.undo} pending={undo.isPending} onClose={close}
        onConfirm={() => { undo.mutate(undefined); }}
      >
        {words.undoText(change.members.map(({ member }) => labelOf(texts, pathOfMember(member))).join(', '))}
      </ConfirmDialog>
    </Paper>
  );
}

function Member({ member: { member, before, after, secret } }: { member: Changed['members'][number] }) {
  const texts = useFieldTexts();
  const path = pathOfMember(member);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} title={member}>
        {labelOf(texts, path)}
      </Text>
      {secret ? (
        <Text size="sm">{texts.changes.secret}</Text>
      ) : (
        <Group gap="sm" align="stretch">
          <ValueView title={texts.changes.before} path={path} value={before} />
          <ValueView title={texts.changes.after} path={path} value={after} />
        </Group>
      )}
    </Stack>
  );
}
