import { Stack, Text } from '@mantine/core';
import { IconWebhook } from '../../components/icons';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { PageLink } from '../PageLink';
import { endpointsTexts } from '../texts/endpoints';
import { eventTypeTexts } from '../texts/event_types';
import type { Endpoint } from './endpoint';
import { EndpointState } from './EndpointState';

interface Props {
  query: { data: Endpoint[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
}

export function EndpointList({ query }: Props) {
  const texts = useTexts(endpointsTexts);
  const types = useTexts(eventTypeTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const time = (iso: string | null) => (iso === null ? '–' : format.time(iso));
  return (
    <DataList
      label={texts.list}
      query={query}
      failed={texts.failed}
      rowKey={({ endpoint_id }) => endpoint_id}
      empty={{ icon: <IconWebhook size={22} />, title: texts.emptyTitle, text: texts.text }}
      columns={[
        { title: texts.address, cell: (endpoint) => <Address endpoint={endpoint} /> },
        { title: texts.told, cell: ({ types: told }) => (told.length === 0 ? texts.everything : told.map((type) => types.names[type]).join(', ')) },
        { title: texts.state, cell: (endpoint) => <EndpointState endpoint={endpoint} /> },
        { title: texts.lastSuccess, figures: true, cell: ({ last_success_at }) => time(last_success_at) },
        { title: texts.lastFailure, figures: true, cell: ({ last_failure_at }) => time(last_failure_at) },
      ]}
    />
  );
}

function Address({ endpoint: { endpoint_id: id, url, description } }: { endpoint: Endpoint }) {
  const account = useChosen().account?.account_id ?? null;
  return (
    <Stack gap={0}>
      <PageLink to={{ page: 'webhooks', account, id }} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {url}
      </PageLink>
      {description !== '' && (
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      )}
    </Stack>
  );
}
