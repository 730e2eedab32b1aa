import { Alert, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlert } from '../../components/icons';
import { useWords } from '../../components/words';
import { client, type Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { PageLink } from '../PageLink';
import { guideTexts } from '../texts/guide';

interface Props {
  account: string;
  overview: Schemas['Overview'];
}

// One that still waits says why, too: what refuses the account's login is no order's fault.
const fetchesOf = async (account: string, state: 'parked' | 'pending') =>
  (await client.get('/api/v1/order-fetches', { query: { account, state, limit: 3 } })).items;

/** What is known to be in the way, with the place where it can be mended. */
export function Troubles({ account, overview }: Props) {
  const guide = useTexts(guideTexts);
  const { translate } = useWords();
  const format = useFormat();
  const fetches = useQuery({
    queryKey: ['order-fetches', account, 'trouble'],
    queryFn: async () => (await Promise.all([fetchesOf(account, 'parked'), fetchesOf(account, 'pending')])).flat(),
    refetchInterval: 5_000,
  });
  const refused = overview.accounts.some(({ account_id, status }) => account_id === account && status === 'key_refused');
  const reasons = [...new Set((fetches.data ?? []).map(({ reason }) => reason))].filter((reason) => reason !== '');
  if (!refused && overview.queue.parked === 0 && reasons.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={guide.trouble} icon={<IconAlert size={18} />}>
      <List size="sm" spacing={6}>
        {refused && <List.Item>{guide.keyRefused}</List.Item>}
        {overview.queue.parked > 0 && (
          <List.Item>
            <PageLink to={{ page: 'deliveries', account }}>{guide.parked(format.count(overview.queue.parked))}</PageLink>
          </List.Item>
        )}
        {reasons.map((reason) => (
          <List.Item key={reason}>
            {guide.fetchParked} {translate(reason)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
