import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { Account } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { Section } from '../list/Section';
import { StateBadge } from '../list/StateBadge';
import { useActorWords } from '../use_actor_words';
import { customerTexts } from '../texts/customers';
import { erasureTexts } from '../texts/erasure';
import { Counts } from './Counts';
import { tones, type Erasure } from './erasure';
import { Places } from './Places';

/** That somebody was erased: where, what, and what stays. Who it was is not kept. */
export function Certificate({ account, erasure }: { account: Account; erasure: Erasure }) {
  const customers = useTexts(customerTexts);
  const actorWords = useActorWords();
  const texts = useTexts(erasureTexts);
  const format = useFormat(account.time_zone);
  const { state, finished_at } = erasure;
  return (
    <Stack gap="lg">
      <Section title={texts.about}>
        <Stack gap="md">
          <div role="status">
            <StateBadge tone={tones[state]}>{texts.states[state]}</StateBadge>
            <Text size="sm" mt={4}>
              {texts.stateTexts[state]}
            </Text>
          </div>
          <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
            <Fact name={customers.number}>{erasure.contact_id}</Fact>
            <Fact name={texts.shop}>{account.name}</Fact>
            <Fact name={texts.by}>{actorWords(erasure.author)}</Fact>
            <Fact name={texts.when}>{format.moment(erasure.at)}</Fact>
            {finished_at !== null && <Fact name={texts.finished}>{format.moment(finished_at)}</Fact>}
          </SimpleGrid>
        </Stack>
      </Section>
      <Section title={texts.where}>
        <Places erasure={erasure} time={format.moment(erasure.at)} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={texts.removed} text={state === 'running' ? texts.growing : ''}>
          <Counts label={texts.removed} counts={erasure.removed} />
        </Section>
        <Section title={texts.kept} text={texts.keptText}>
          <Counts label={texts.kept} counts={erasure.kept} />
        </Section>
      </SimpleGrid>
      <Text size="sm">{texts.sitoo}</Text>
    </Stack>
  );
}
