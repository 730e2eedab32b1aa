import { Group, Stack, Text } from '@mantine/core';
import { formatMinor } from '../../components/money';
import { displayName } from '../contact/contact';
import { spentChecks, type Basket, type Totals } from './basket';

interface Props {
  basket: Basket;
  totals: Totals;
  currency: string;
}

/** How the sum came about, so that the cashier can tell it to the customer before the money changes hands. */
export function PaySummary({ basket, totals, currency }: Props) {
  const goods = `${String(totals.count)} ${totals.count === 1 ? 'item' : 'items'}`;
  const used = spentChecks(basket);
  return (
    <>
      <Text size="sm" c="dimmed" ta="center">
        {[goods, basket.customer ? displayName(basket.customer) : ''].filter(Boolean).join(' · ')}
      </Text>
      {used.length > 0 && (
        <Stack gap={6} role="list" aria-label="Sum" className="figures">
          <Row label="Goods" text={`${formatMinor(totals.goodsMinor)} ${currency}`} />
          {used.map(({ check, amountMinor }) => (
            <Row key={check.bonuscheckid} label={check.name} text={`${formatMinor(-amountMinor)} ${currency}`} />
          ))}
        </Stack>
      )}
    </>
  );
}

function Row({ label, text }: { label: string; text: string }) {
  return (
    <Group justify="space-between" wrap="nowrap" role="listitem">
      <Text size="sm" truncate>
        {label}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {text}
      </Text>
    </Group>
  );
}
