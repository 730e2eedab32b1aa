import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { conflictTexts } from '../texts/conflict';
import { useActorWords } from '../use_actor_words';
import { useForm } from './editor/context';
import type { Clash, Conflict } from './editor/conflict';
import { labelOf, useFieldTexts } from './fields/labels';
import { ValueView } from './history/ValueView';

/** Two people have changed the same settings: who, what, and whose shall stand. */
export function ConflictDialog() {
  const { editor } = useForm();
  return editor.conflict === null ? null : <Dialog conflict={editor.conflict} />;
}

function Dialog({ conflict }: { conflict: Conflict }) {
  const texts = useTexts(conflictTexts);
  const words = useWords();
  const { editor } = useForm();
  const { clashes } = conflict;
  return (
    <Modal opened onClose={editor.keepTyping} title={texts.title} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="md">
        <Text>
          <Who conflict={conflict} /> {clashes.length === 0 ? texts.elsewhere : texts.same}
        </Text>
        {clashes.map((clash) => (
          <Both key={clash.path} clash={clash} />
        ))}
        <Text size="sm" c="dimmed">
          {texts.nothingLost}
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" data-autofocus onClick={editor.keepTyping}>
            {texts.keepTyping}
          </Button>
          {clashes.length > 0 && (
            <Button variant="default" onClick={() => { editor.takeTheirs(conflict); }}>
              {texts.takeTheirs}
            </Button>
          )}
          <Button color={clashes.length === 0 ? 'bridge' : 'red'} onClick={() => { editor.overwrite(conflict); }}>
            {clashes.length === 0 ? texts.saveToo : texts.overwrite}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Who({ conflict: { change } }: { conflict: Conflict }) {
  const texts = useFieldTexts();
  const actorWords = useActorWords();
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  if (change === null) return texts.conflict.somebody;
  const fields = [...new Set(change.members.map(({ member }) => labelOf(texts, member.replace(/^settings\./, ''))))];
  return texts.conflict.who(actorWords(change.author), fields.join(', '), format.time(change.at));
}

function Both({ clash: { path, theirs, mine } }: { clash: Clash }) {
  const texts = useFieldTexts();
  return (
    <Stack gap="xs">
      <Text fw={600}>{labelOf(texts, path)}</Text>
      <Group gap="sm" align="stretch" grow preventGrowOverflow={false}>
        <ValueView title={texts.conflict.theirs} path={path} value={theirs} />
        <ValueView title={texts.conflict.mine} path={path} value={mine} />
      </Group>
    </Stack>
  );
}
