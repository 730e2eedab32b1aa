import { Accordion, Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import { useOnline } from './offline/line';
import { posApi } from './pos_api';
import { newestFirst } from './purchases';
import type { Purchase } from './types';

export function LatestPurchases({ contactid }: { contactid: string }) {
  const { customer: texts } = useTexts();
  const online = useOnline();
  const purchases = useQuery({ enabled: online, queryKey: ['purchases', contactid], queryFn: () => posApi.purchases(contactid) });
  return (
    <section aria-label={texts.purchases}>
      <Text fw={600} size="sm" mb="xs">
        {texts.purchases}
      </Text>
      {!online && !purchases.data && (
        <Text size="sm" c="dimmed">
          {texts.purchasesOffline}
        </Text>
      )}
      {online && purchases.isPending && <Skeleton height={56} radius="md" />}
      {purchases.isError && (
        <ErrorNote title={texts.purchasesFailed} error={purchases.error} onRetry={() => void purchases.refetch()} />
      )}
      {purchases.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noPurchases}
        </Text>
      )}
      {purchases.data && purchases.data.length > 0 && (
        <Accordion variant="separated" radius="md" chevronPosition="right">
          {newestFirst(purchases.data).map((purchase, index) => (
            <PurchaseItem key={index} value={String(index)} purchase={purchase} />
          ))}
        </Accordion>
      )}
    </section>
  );
}

/** Another channel's purchase need not have an order number that Sitoo knows, so its place in the list tells it apart. */
function PurchaseItem({ purchase, value }: { purchase: Purchase; value: string }) {
  const { customer: texts } = useTexts();
  const format = useFormat();
  const isReturn = purchase.type === 'return';
  return (
    <Accordion.Item value={value}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" pr="xs">
          <div>
            <Group gap={6}>
              <Text size="sm" fw={550} className="figures">
                {format.time(purchase.orderdate)}
              </Text>
              {isReturn && <Badge size="sm" color="orange" variant="light" tt="none">{texts.returned}</Badge>}
              {purchase.channel && <Badge size="sm" color="indigo" variant="light" tt="none">{purchase.channel}</Badge>}
            </Group>
            <Text size="xs" c="dimmed">
              {[purchase.store, purchase.receiptid].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
            {format.money(purchase.total, purchase.currency)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap={4}>
          {purchase.lines.map((line, index) => (
            <Group key={`${line.sku} ${String(index)}`} justify="space-between" wrap="nowrap">
              <Text size="sm">
                {line.quantity} × {line.name}
              </Text>
              <Text size="sm" className="figures">
                {format.money(line.total)}
              </Text>
            </Group>
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
