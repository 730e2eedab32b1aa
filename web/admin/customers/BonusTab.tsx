import { Group, Stack, Text } from '@mantine/core';
import { EmptyState } from '../../components/EmptyState';
import { IconTicket } from '../../components/icons';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { StateBadge, type Tone } from '../list/StateBadge';
import { customerTexts } from '../texts/customers';
import { BonusLedger } from './BonusLedger';
import { wordFor } from './customer';

type Check = Schemas['BonusCheck'];

export function BonusTab({ checks }: { checks: Check[] }) {
  const texts = useTexts(customerTexts);
  if (checks.length === 0) {
    return (
      <EmptyState icon={<IconTicket size={22} />} title={texts.tabs.bonus}>
        {texts.bonusEmpty}
      </EmptyState>
    );
  }
  return (
    <Stack gap={4}>
      {checks.map((check) => (
        <Fold key={check.id} head={<CheckHead check={check} />}>
          {() => (
            <>
              {check.description !== '' && (
                <Text size="sm" mb="xs">
                  {check.description}
                </Text>
              )}
              <BonusLedger check={check} />
            </>
          )}
        </Fold>
      ))}
    </Stack>
  );
}

/** A check of which nothing is left stays "open" in the ledger; at the till it is used up. */
const statusOf = (check: Check) => (check.status === 'open' && Number(check.remaining) === 0 ? 'used' : check.status);

const tones: Record<string, Tone> = { open: 'good', withdrawn: 'warn' };

function CheckHead({ check }: { check: Check }) {
  const texts = useTexts(customerTexts);
  const format = useFormat();
  const status = statusOf(check);
  const valid = [
    check.valid_from && texts.validFrom(format.date(check.valid_from)),
    check.valid_to && texts.validTo(format.date(check.valid_to)),
  ].filter(Boolean);
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {check.name || check.id}
          </Text>
          <StateBadge tone={tones[status] ?? 'calm'}>{wordFor(texts.statuses, status)}</StateBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {[check.name === '' ? '' : check.id, ...valid].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm" className="figures">
        {texts.bonusLeft(format.money(check.remaining, check.currency), format.money(check.value, check.currency))}
      </Text>
    </Group>
  );
}
