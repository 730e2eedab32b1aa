import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../components/words';
import { fieldError } from '../api/client';

/** The call of a form that adds one: what it made stays here to be shown once, what was refused stands at its field or above all. */
export function useAdd<Input, Made>(list: 'users' | 'tokens', fields: string[], call: (input: Input) => Promise<Made>) {
  const words = useWords();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: call,
    // The secret need not outlive the dialog.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: [list] }),
  });
  const errorAt = (field: string) => {
    const message = fieldError(add.error, field);
    return message === undefined ? undefined : words.translate(message);
  };
  const isElsewhere = add.isError && fields.every((field) => fieldError(add.error, field) === undefined);
  return { add, errorAt, isElsewhere };
}
