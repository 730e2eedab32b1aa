import { Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { displayName } from '../contact/contact';
import { useTexts } from '../language';
import { spentChecks, type Basket, type Totals } from './basket';

interface Props {
  basket: Basket;
  totals: Totals;
  currency: string;
}

/** How the sum came about, so that the cashier can tell it to the customer before the money changes hands. */
export function PaySummary({ basket, totals, currency }: Props) {
  const { till, pay, fields } = useTexts();
  const format = useFormat();
  const goods = till.items(totals.count);
  const used = spentChecks(basket);
  return (
    <>
      <Text size="sm" c="dimmed" ta="center">
        {[goods, basket.customer ? displayName(basket.customer, fields.unnamed) : ''].filter(Boolean).join(' · ')}
      </Text>
      {used.length > 0 && (
        <Stack gap={6} role="list" aria-label={pay.sum} className="figures">
          <Row label={pay.goods} text={`${format.minor(totals.goodsMinor)} ${currency}`} />
          {used.map(({ check, amountMinor }) => (
            <Row key={check.bonuscheckid} label={check.name} text={`${format.minor(-amountMinor)} ${currency}`} />
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
