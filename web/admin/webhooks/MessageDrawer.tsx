import { Drawer } from '@mantine/core';
import { useFocusBack } from '../../components/use_focus_back';
import { useTexts } from '../language';
import { OneThing } from '../list/OneThing';
import { eventTypeTexts } from '../texts/event_types';
import { sendingsTexts } from '../texts/sendings';
import { wordTexts } from '../texts/words';
import type { Endpoint } from './endpoint';
import { MessageView } from './MessageView';
import { useMessage } from './use_message';

interface Props {
  endpoint: Endpoint;
  id: string;
  onClose: () => void;
}

/** One message, beside the log from which it was opened. */
export function MessageDrawer({ endpoint, id, onClose }: Props) {
  const texts = useTexts(sendingsTexts);
  const types = useTexts(eventTypeTexts);
  const words = useTexts(wordTexts);
  const query = useMessage(id);
  useFocusBack();
  return (
    <Drawer
      opened onClose={onClose} title={query.data ? types.names[query.data.type] : texts.title} position="right" size="xl" padding="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <OneThing query={query} failed={texts.oneFailed} missing={{ title: texts.missing, text: texts.missingText }}>
        {(message) => <MessageView endpoint={endpoint} message={message} />}
      </OneThing>
    </Drawer>
  );
}
