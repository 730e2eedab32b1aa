import { Button, Checkbox, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useWords } from '../../components/words';
import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { StateBadge } from '../list/StateBadge';
import { marketingTexts } from '../texts/marketing';
import type { Flow, FlowAct } from './AutomationsTab';
import { FlowSteps } from './FlowSteps';
import { LetterDialog } from './LetterDialog';

interface Props {
  account: string;
  flow: Flow;
  /** What the last button did with it. */
  done: Flow | null;
  language: Schemas['Language'] | null;
  busy: boolean;
  onAct: (act: FlowAct) => void;
}

export function FlowCard({ account, flow, done, language, busy, onAct }: Props) {
  const texts = useTexts(marketingTexts);
  const { translate } = useWords();
  const [recreate, setRecreate] = useState(false);
  const [force, setForce] = useState(false);
  const [removing, removal] = useDisclosure(false);
  const [looking, look] = useDisclosure(false);
  const shown = done ?? flow;
  const name = texts.flows[flow.flow];
  const isGone = flow.steps.some(({ state }) => state === 'gone');
  return (
    <Paper p="lg" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} fz={17}>
            {name}
          </Title>
          <StateBadge tone={flow.active ? 'good' : 'calm'}>{flow.active ? texts.active : texts.inactive}</StateBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {texts.flowAbout[flow.flow]} {texts.tag(flow.tag)}.
        </Text>
        {shown.notes.length > 0 && (
          <List size="sm">
            {shown.notes.map((note) => (
              <List.Item key={note}>{translate(note)}</List.Item>
            ))}
          </List>
        )}
        <FlowSteps name={name} steps={shown.steps} />
        {isGone && (
          <Checkbox label={texts.recreate} checked={recreate} onChange={(event) => { setRecreate(event.currentTarget.checked); }} />
        )}
        <Group gap="sm">
          <Button loading={busy} aria-label={`${texts.make}: ${name}`} onClick={() => { onAct({ call: 'apply', recreate }); }}>
            {texts.make}
          </Button>
          {!flow.active && (
            <Button variant="light" disabled={busy} aria-label={`${texts.makeOn}: ${name}`} onClick={() => { onAct({ call: 'apply', recreate, activate: true }); }}>
              {texts.makeOn}
            </Button>
          )}
          <Button variant="default" aria-label={`${texts.preview}: ${name}`} onClick={look.open}>
            {texts.preview}
          </Button>
          <Button variant="default" disabled={busy} aria-label={`${texts.remove}: ${name}`} onClick={removal.open}>
            {texts.remove}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={removing} title={texts.removeTitle} confirm={texts.remove} pending={busy} onClose={removal.close}
        onConfirm={() => {
          onAct({ call: 'remove', force });
          removal.close();
        }}
      >
        <Stack gap="sm">
          <span>{texts.removeText}</span>
          <Checkbox label={texts.force} checked={force} onChange={(event) => { setForce(event.currentTarget.checked); }} />
        </Stack>
      </ConfirmDialog>
      {looking && <LetterDialog account={account} flow={flow.flow} language={language} onClose={look.close} />}
    </Paper>
  );
}
