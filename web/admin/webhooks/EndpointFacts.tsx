import { Paper, SimpleGrid } from '@mantine/core';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { endpointsTexts } from '../texts/endpoints';
import { eventTypeTexts } from '../texts/event_types';
import type { Endpoint } from './endpoint';
import { EndpointState } from './EndpointState';

export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const types = useTexts(eventTypeTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const { types: told, failing_since, last_success_at, last_failure_at, created_at, updated_at } = endpoint;
  return (
    <Paper p="lg">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
        <Fact name={texts.state}>
          <EndpointState endpoint={endpoint} />
        </Fact>
        <Fact name={texts.told}>{told.length === 0 ? texts.everything : told.map((type) => types.names[type]).join(', ')}</Fact>
        <Fact name={texts.lastSuccess}>{last_success_at === null ? texts.never : format.time(last_success_at)}</Fact>
        <Fact name={texts.lastFailure}>{last_failure_at === null ? texts.never : format.time(last_failure_at)}</Fact>
        {failing_since !== null && <Fact name={texts.failingSince}>{format.time(failing_since)}</Fact>}
        <Fact name={texts.created}>{format.time(created_at)}</Fact>
        <Fact name={texts.updated}>{format.time(updated_at)}</Fact>
      </SimpleGrid>
    </Paper>
  );
}
