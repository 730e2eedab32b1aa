import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { endpointFormTexts } from '../texts/endpoint_form';
import { endpointsTexts } from '../texts/endpoints';
import { shellTexts } from '../texts/shell';
import { AddEndpoint } from './AddEndpoint';
import { useAccountId } from './endpoint';
import { EndpointList } from './EndpointList';
import { FirstEndpoint } from './FirstEndpoint';
import { useWebhookRights } from './use_webhook_rights';
import { VerifyGuide } from './VerifyGuide';

/** Which systems are told what happens; where there is none yet, what that is good for. */
export default function WebhooksPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(endpointsTexts);
  const form = useTexts(endpointFormTexts);
  const account = useAccountId();
  const mayChange = useWebhookRights()('change');
  const [adding, { open, close }] = useDisclosure(false);
  const list = useQuery({
    queryKey: ['endpoints', account],
    queryFn: async () => (await client.get('/api/v1/accounts/{account}/endpoints', { params: { account } })).items,
    refetchInterval: 10_000,
    enabled: account !== '',
  });
  const isEmpty = list.data?.length === 0;
  return (
    <>
      <PageHead title={shell.pages.webhooks} text={texts.text}>
        {mayChange && (
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {form.add}
          </Button>
        )}
      </PageHead>
      <Stack gap="lg">
        {isEmpty ? <FirstEndpoint /> : <EndpointList query={list} />}
        <VerifyGuide open={isEmpty} key={String(isEmpty)} />
      </Stack>
      {adding && <AddEndpoint onClose={close} />}
    </>
  );
}
