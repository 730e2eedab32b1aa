import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../components/words';
import { fieldError } from '../api/client';
import { useTexts } from '../language';
import { endpointFormTexts } from '../texts/endpoint_form';
import { bodyOf, faultsOf, fields, type Draft, type Field, type Saved } from './draft';

/** What is typed, what is wrong with it, and the call that saves it; `then` comes after the lists that have changed. */
export function useEndpointForm<Made>(start: Draft, call: (body: Saved) => Promise<Made>, then?: () => void) {
  const texts = useTexts(endpointFormTexts);
  const words = useWords();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(start);
  /** How often somebody tried to save; before that nothing is wrong yet. */
  const [tries, setTries] = useState(0);
  const save = useMutation({
    mutationFn: call,
    // The secret of a new one need not outlive the dialog.
    gcTime: 0,
    onSuccess: async () => {
      await queries.invalidateQueries();
      then?.();
    },
  });
  const faults = faultsOf(draft);
  const submit = () => {
    setTries(tries + 1);
    if (Object.keys(faults).length === 0) save.mutate(bodyOf(draft));
    else save.reset();
  };
  const errorAt = (field: Field) => {
    const fault = tries > 0 ? faults[field] : undefined;
    if (fault) return texts[fault];
    const refused = fieldError(save.error, field);
    return refused === undefined ? undefined : words.translate(refused);
  };
  const isElsewhere = save.isError && fields.every((field) => fieldError(save.error, field) === undefined);
  return {
    draft, errorAt, submit, tries, save,
    change: (part: Partial<Draft>) => { setDraft({ ...draft, ...part }); },
    /** What was refused and is of no field. */
    error: isElsewhere ? save.error : null,
  };
}
