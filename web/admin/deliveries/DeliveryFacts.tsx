import { Paper, SimpleGrid } from '@mantine/core';
import { useChosen, zoneOf } from '../accounts';
import type { Schemas } from '../api/client';
import { nameOf } from '../customers/name';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { PageLink } from '../PageLink';
import { deliveriesTexts } from '../texts/deliveries';
import { DeliveryState } from './DeliveryState';

export function DeliveryFacts({ delivery }: { delivery: Schemas['DeliveryDetail'] }) {
  const texts = useTexts(deliveriesTexts);
  const { accounts } = useChosen();
  const format = useFormat(zoneOf(accounts, delivery.account_id));
  const { account_id: account, contact_id, customer, order_id: order } = delivery;
  const shop = accounts.find(({ account_id }) => account_id === account);
  return (
    <Paper p="lg">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }}>
        <Fact name={texts.state}>
          <DeliveryState state={delivery.state} />
        </Fact>
        <Fact name={texts.customer}>
          <PageLink to={{ page: 'customers', account, id: contact_id }} size="sm">
            {customer ? nameOf(customer) : contact_id}
          </PageLink>
        </Fact>
        {order !== '' && (
          <Fact name={texts.order}>
            <PageLink to={{ page: 'deliveries', account, search: { order } }} size="sm">
              {order}
            </PageLink>
          </Fact>
        )}
        {accounts.length > 1 && <Fact name={texts.shop}>{shop?.name ?? account}</Fact>}
        <Fact name={texts.attempts}>{format.count(delivery.attempts)}</Fact>
        <Fact name={texts.created}>{format.time(delivery.created_at)}</Fact>
        <Fact name={texts.updated}>{format.time(delivery.updated_at)}</Fact>
        {delivery.state === 'pending' && <Fact name={texts.next}>{format.time(delivery.not_before)}</Fact>}
      </SimpleGrid>
    </Paper>
  );
}
