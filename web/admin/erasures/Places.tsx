import { Alert, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { StateBadge } from '../list/StateBadge';
import { erasureTexts } from '../texts/erasure';
import { tones, type Erasure } from './erasure';

/** Each place where the person was, and how far it has come there. */
export function Places({ erasure: { sources, identifiers, rule, rule_problem }, time }: { erasure: Erasure; time: string }) {
  const texts = useTexts(erasureTexts);
  const words = useWords();
  return (
    <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      <Place name={texts.here} state="done" text={texts.hereText(time)} />
      <Place name={texts.sources} state={sources} text={texts.sourcesTexts[sources]} />
      <Place name={texts.rule} state={rule} text={texts.ruleTexts[rule]}>
        {rule === 'waiting' && rule_problem !== '' && (
          <Alert color="yellow" role="note" mt="xs" title={texts.ruleProblem}>
            {words.translate(rule_problem)}
          </Alert>
        )}
      </Place>
      <Place name={texts.identifiers} state={identifiers} text={texts.identifiersTexts[identifiers]} />
    </Stack>
  );
}

interface PlaceProps {
  name: string;
  state: keyof typeof tones;
  text: string;
  children?: ReactNode;
}

function Place({ name, state, text, children }: PlaceProps) {
  const texts = useTexts(erasureTexts);
  return (
    <li>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <StateBadge tone={tones[state]}>{texts.places[state]}</StateBadge>
      </Group>
      <Text size="sm">{text}</Text>
      {children}
    </li>
  );
}
