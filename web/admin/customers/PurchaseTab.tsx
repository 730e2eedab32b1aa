import { Group, Stack, Text } from '@mantine/core';
import { IconShoppingBag } from '../../components/icons';
import { EmptyState } from '../../components/EmptyState';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable } from '../list/DataTable';
import { Fold } from '../list/Fold';
import { StateBadge } from '../list/StateBadge';
import { customerTexts } from '../texts/customers';

type Purchase = Schemas['Purchase'];

export function PurchaseTab({ purchases }: { purchases: Purchase[] }) {
  const texts = useTexts(customerTexts);
  const format = useFormat();
  if (purchases.length === 0) {
    return (
      <EmptyState icon={<IconShoppingBag size={22} />} title={texts.tabs.purchases}>
        {texts.purchasesEmpty}
      </EmptyState>
    );
  }
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {texts.purchasesLatest(format.count(purchases.length))}
      </Text>
      {purchases.map((purchase) => (
        <Fold key={`${purchase.channel}/${purchase.order_id}/${purchase.receipt_id}/${purchase.ordered_at}`} head={<PurchaseHead purchase={purchase} />}>
          {() => <PurchaseRows purchase={purchase} />}
        </Fold>
      ))}
    </Stack>
  );
}

function PurchaseHead({ purchase }: { purchase: Purchase }) {
  const texts = useTexts(customerTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const channel = purchase.channel === 'till' ? texts.till : purchase.channel;
  const place = [channel, purchase.store, purchase.order_id].filter((part) => part !== '').join(' · ');
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text size="sm" className="figures">
          {format.time(purchase.ordered_at)}
        </Text>
        <Text size="sm" c="dimmed">
          {place}
        </Text>
      </div>
      <Group gap="sm">
        {purchase.type !== 'sale' && <StateBadge tone="warn">{texts.types[purchase.type]}</StateBadge>}
        <Text size="sm" fw={600} className="figures">
          {format.money(purchase.total, purchase.currency)}
        </Text>
      </Group>
    </Group>
  );
}

function PurchaseRows({ purchase }: { purchase: Purchase }) {
  const texts = useTexts(customerTexts);
  const format = useFormat();
  if (purchase.items.length === 0) return <Text size="sm">{texts.noRows}</Text>;
  const rows = purchase.items.map((item, index) => ({ ...item, key: String(index) }));
  return (
    <DataTable
      label={texts.rows(purchase.order_id)}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { title: texts.article, cell: ({ name }) => name || '–' },
        { title: texts.sku, cell: ({ sku }) => sku || '–' },
        { title: texts.quantity, figures: true, cell: ({ quantity }) => quantity },
        { title: texts.total, figures: true, cell: ({ total }) => format.money(total, purchase.currency) },
      ]}
    />
  );
}
