import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import type { Column } from '../list/DataTable';
import { eventTypeTexts } from '../texts/event_types';
import { sendingsTexts } from '../texts/sendings';
import type { Endpoint } from './endpoint';
import { ReplayButton } from './ReplayButton';
import { SendingBadge } from './SendingBadge';
import { useWebhookRights } from './use_webhook_rights';

type Sending = Schemas['Sending'];

/** What is said of a message in the log. */
export function useSendingColumns(endpoint: Endpoint): Column<Sending>[] {
  const texts = useTexts(sendingsTexts);
  const types = useTexts(eventTypeTexts);
  const { translate } = useWords();
  const format = useFormat(useChosen().account?.time_zone);
  const mayResend = useWebhookRights()('resend');
  const time = (iso: string | null) => (iso === null ? '–' : format.time(iso));
  // Of a failure the reason says the status, too, where there was one.
  const answer = ({ reason, last_status }: Sending) => translate(reason) || (last_status > 0 ? String(last_status) : '–');
  return [
    { title: texts.state, cell: ({ state }) => <SendingBadge state={state} /> },
    { title: texts.type, cell: ({ type }) => types.names[type] },
    { title: texts.made, figures: true, cell: ({ created_at }) => time(created_at) },
    { title: texts.attempts, figures: true, cell: ({ attempts }) => attempts },
    { title: texts.answer, cell: (row) => answer(row) },
    { title: texts.next, figures: true, cell: ({ next_at }) => time(next_at) },
    ...(mayResend ? [{ title: texts.replay, cell: ({ message_id }: Sending) => <ReplayButton quiet endpoint={endpoint} message={message_id} /> }] : []),
  ];
}
