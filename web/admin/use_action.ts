import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastDone, toastFailed } from '../components/toast';
import { useWords } from '../components/words';
import { useTexts } from './language';
import { wordTexts } from './texts/words';

interface Action<Input, Output> {
  call: (input: Input) => Promise<Output>;
  /** What is said when it is done. */
  done?: (output: Output) => string;
  /** What is shown next, in this order: the lists that have changed are read anew first. */
  then?: (output: Output) => void;
}

/** A button's call: says when it is done or refused, and has everything on the page read anew. */
export function useAction<Input, Output>({ call, done, then }: Action<Input, Output>) {
  const queries = useQueryClient();
  const texts = useTexts(wordTexts);
  const words = useWords();
  return useMutation({
    mutationFn: call,
    onSuccess: async (output) => {
      await queries.invalidateQueries();
      if (done) toastDone(done(output));
      then?.(output);
    },
    onError: (error) => {
      toastFailed(texts.failed, new Error(words.translate(error.message)));
    },
  });
}
