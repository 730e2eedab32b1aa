import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { EmptyState } from '../../components/EmptyState';
import { IconShieldCheck } from '../../components/icons';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable, type Column } from '../list/DataTable';
import { Fact } from '../list/Fact';
import { customerTexts } from '../texts/customers';
import { wordTexts } from '../texts/words';
import { wordFor, type Customer } from './customer';
import { PageButton } from './PageButton';
import { useOriginWords } from './use_origin_words';

type ConsentRecord = Schemas['ConsentRecord'];

const channels = ['email', 'sms', 'mail'] as const;

export function ConsentTab({ customer }: { customer: Customer }) {
  const texts = useTexts(customerTexts);
  const words = useTexts(wordTexts);
  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section" aria-label={texts.consentNow}>
        <Title order={2} fz={16}>
          {texts.consentNow}
        </Title>
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {channels.map((channel) => (
            <Fact key={channel} name={texts.channels[channel]}>
              {customer[`accepts_${channel}`] ? words.yes : words.no}
            </Fact>
          ))}
          {customer.accepted_consents.length > 0 && <Fact name={texts.otherConsents}>{customer.accepted_consents.join(', ')}</Fact>}
        </SimpleGrid>
      </Stack>
      <Stack gap="sm" component="section" aria-label={texts.consentHistory}>
        <Group justify="space-between">
          <Title order={2} fz={16}>
            {texts.consentHistory}
          </Title>
          {customer.consents.length > 0 && (
            <PageButton
              path="/api/v1/customers/{customer}/consent-proof"
              name={`consents-${customer.contact_id}`}
              account={customer.account_id}
              id={customer.contact_id}
            >
              {texts.proof}
            </PageButton>
          )}
        </Group>
        {customer.consents.length === 0 ? (
          <EmptyState icon={<IconShieldCheck size={22} />} title={texts.tabs.consents}>
            {texts.consentsEmpty}
          </EmptyState>
        ) : (
          <ConsentHistory records={customer.consents} />
        )}
      </Stack>
    </Stack>
  );
}

function ConsentHistory({ records }: { records: ConsentRecord[] }) {
  const texts = useTexts(customerTexts);
  const words = useTexts(wordTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const originWords = useOriginWords();
  const answers: Column<ConsentRecord>[] = channels.map((channel) => ({
    title: texts.channels[channel],
    cell: (record) => {
      const answer = record[`accepts_${channel}`] ? words.yes : words.no;
      // What the person chose then stands out from what only held before.
      return record.chosen.includes(channel) ? <Text size="sm" fw={700}>{`${answer} (${texts.chosen})`}</Text> : answer;
    },
  }));
  return (
    <DataTable
      label={texts.consentHistory}
      rows={records}
      rowKey={({ version, at }) => `${String(version)}/${at}`}
      columns={[
        { title: texts.when, figures: true, cell: ({ at }) => format.time(at) },
        ...answers,
        { title: texts.others, cell: ({ accepted_consents }) => accepted_consents.join(', ') || '–' },
        { title: texts.source, cell: (record) => [originWords(record), wordFor(texts.reasons, record.reason)].filter((part) => part !== '').join(': ') },
      ]}
    />
  );
}
