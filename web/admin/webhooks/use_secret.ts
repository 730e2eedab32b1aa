import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toastDone, toastFailed } from '../../components/toast';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { wordTexts } from '../texts/words';
import { useEndpointParams, type Endpoint } from './endpoint';

/** The secret as long as it is shown, and no longer: nothing is kept among the answers of other calls. */
export function useSecret(endpoint: Endpoint) {
  const texts = useTexts(endpointsTexts);
  const words = useTexts(wordTexts);
  const { translate } = useWords();
  const queries = useQueryClient();
  const params = useEndpointParams(endpoint);
  const [secret, setSecret] = useState<string | null>(null);
  const onError = (error: Error) => {
    toastFailed(words.failed, new Error(translate(error.message)));
  };
  const reveal = useMutation({
    mutationFn: () => client.get('/api/v1/accounts/{account}/endpoints/{endpoint}/secret', { params }),
    gcTime: 0,
    onSuccess: (answer) => { setSecret(answer.secret); },
    onError,
  });
  const rotate = useMutation({
    mutationFn: () => client.post('/api/v1/accounts/{account}/endpoints/{endpoint}/secret/rotate', undefined, { params }),
    gcTime: 0,
    onSuccess: async (answer) => {
      setSecret(answer.secret);
      await queries.invalidateQueries({ queryKey: ['endpoint'] });
      toastDone(texts.rotated);
    },
    onError,
  });
  const hide = () => {
    setSecret(null);
    reveal.reset();
    rotate.reset();
  };
  return { secret, reveal, rotate, hide };
}
