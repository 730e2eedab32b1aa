import { useChosen, zoneOf } from '../accounts';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import type { Column } from '../list/DataTable';
import { PageLink } from '../PageLink';
import { deliveriesTexts } from '../texts/deliveries';
import { DeliveryState } from './DeliveryState';
import { reasonKind } from './reasons';
import type { Delivery } from './search_deliveries';

/** What is said of a delivery in the list. */
export function useColumns(): Column<Delivery>[] {
  const texts = useTexts(deliveriesTexts);
  const { language } = useLanguage();
  const { account, accounts } = useChosen();
  const nameOf = (id: string) => accounts.find(({ account_id }) => account_id === id)?.name ?? id;
  const shop: Column<Delivery> = { title: texts.shop, cell: (row) => nameOf(row.account_id) };
  return [
    { title: texts.state, cell: (row) => <DeliveryState state={row.state} /> },
    {
      title: texts.kind,
      cell: ({ delivery_id, kind }) => (
        <PageLink to={{ page: 'deliveries', account: account?.account_id ?? null, id: delivery_id }} size="sm">
          {texts.kinds[kind]} {delivery_id}
        </PageLink>
      ),
    },
    ...(account === null ? [shop] : []),
    {
      title: texts.customer,
      figures: true,
      cell: ({ account_id, contact_id }) => (
        <PageLink to={{ page: 'customers', account: account_id, id: contact_id }} size="sm">
          {contact_id}
        </PageLink>
      ),
    },
    { title: texts.order, figures: true, cell: (row) => row.order_id || '–' },
    { title: texts.reason, cell: (row) => texts.reasons[reasonKind(row.reason)] || '–' },
    { title: texts.attempts, figures: true, cell: (row) => row.attempts },
    { title: texts.made, figures: true, cell: (row) => makeFormat(language, zoneOf(accounts, row.account_id)).time(row.created_at) },
  ];
}
