import { Button } from '@mantine/core';
import { IconRefresh } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { sendingsTexts } from '../texts/sendings';
import { useAction } from '../use_action';
import { useAccountId, type Endpoint } from './endpoint';

interface Props {
  endpoint: Endpoint;
  message: string;
  /** In a row of the log: small, and named by the message. */
  quiet?: boolean;
}

/** Sends one message again to this endpoint. */
export function ReplayButton({ endpoint: { endpoint_id, enabled }, message, quiet = false }: Props) {
  const texts = useTexts(sendingsTexts);
  const account = useAccountId();
  const replay = useAction({
    call: () => client.post('/api/v1/accounts/{account}/messages/{message}/replay', { endpoint_id }, { params: { account, message } }),
    done: ({ count }) => texts.replayed(count),
  });
  return (
    <Button
      {...(quiet ? { variant: 'default', size: 'compact-sm', 'aria-label': `${texts.replay} ${message}` } : { leftSection: <IconRefresh size={16} /> })}
      title={enabled ? texts.replayHint : texts.replayDisabled} disabled={!enabled} loading={replay.isPending}
      onClick={() => { replay.mutate(undefined); }}
    >
      {texts.replay}
    </Button>
  );
}
