import { Alert } from '@mantine/core';
import { IconAlert } from '../../components/icons';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { standingOf, type Endpoint } from './endpoint';

/** Where it is not as it should be: why, and what to do. */
export function EndpointNote({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const notes = {
    failing: { color: 'yellow', title: texts.failingTitle(format.time(endpoint.failing_since ?? '')), text: texts.failingText },
    by_hand: { color: 'gray', title: texts.byHandTitle, text: texts.byHandText },
    gone: { color: 'red', title: texts.goneTitle, text: texts.goneText },
    given_up: { color: 'red', title: texts.givenUpTitle, text: texts.givenUpText },
  };
  const standing = standingOf(endpoint);
  if (standing === 'on') return null;
  const { color, title, text } = notes[standing];
  return (
    <Alert color={color} role="note" icon={<IconAlert size={18} />} title={title}>
      {text}
    </Alert>
  );
}
