import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { BackLink } from '../list/BackLink';
import { OneThing } from '../list/OneThing';
import { PageHead } from '../PageHead';
import { endpointsTexts } from '../texts/endpoints';
import { shellTexts } from '../texts/shell';
import { EndpointActions } from './EndpointActions';
import { EndpointFacts } from './EndpointFacts';
import { EndpointNote } from './EndpointNote';
import { MessageLog } from './MessageLog';
import { SecretSection } from './SecretSection';
import { TestSection } from './TestSection';

/** One endpoint: how it stands, its secret, a test, and all that it was told. */
export default function EndpointPage({ id }: { id: string }) {
  const shell = useTexts(shellTexts);
  const texts = useTexts(endpointsTexts);
  const account = useChosen().account?.account_id ?? '';
  const query = useQuery({
    queryKey: ['endpoint', account, id],
    queryFn: () => client.get('/api/v1/accounts/{account}/endpoints/{endpoint}', { params: { account, endpoint: id } }),
    refetchInterval: 10_000,
    enabled: account !== '',
  });
  const endpoint = query.data;
  return (
    <>
      <BackLink to={{ page: 'webhooks', account }}>{texts.back}</BackLink>
      <PageHead title={endpoint ? endpoint.description || hostOf(endpoint.url) : shell.pages.webhooks} text={endpoint?.url ?? ''}>
        {endpoint && <EndpointActions endpoint={endpoint} />}
      </PageHead>
      <OneThing query={query} failed={texts.oneFailed} missing={{ title: texts.missing, text: texts.missingText }}>
        {(shown) => (
          <>
            <EndpointNote endpoint={shown} />
            <EndpointFacts endpoint={shown} />
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <TestSection endpoint={shown} />
              <SecretSection endpoint={shown} />
            </SimpleGrid>
            <MessageLog endpoint={shown} />
          </>
        )}
      </OneThing>
    </>
  );
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
