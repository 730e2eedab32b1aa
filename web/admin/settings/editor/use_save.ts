import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../components/api';
import type { Connection } from '../../accounts';
import { client } from '../../api/client';
import { changeBehind, clashesOf, type Conflict } from './conflict';
import { bodyOf, documentOf } from './document';
import { patchOf, type Edits } from './edits';

export interface Saving {
  section: string;
  edits: Edits;
  /** The state over which the edits were typed. */
  over: Connection;
}

interface Listener {
  onSaved: (saved: Connection, saving: Saving) => void;
  onConflict: (conflict: Conflict) => void;
}

const isStale = (error: unknown) => error instanceof ApiError && error.status === 409 && error.field === 'revision';

async function conflictOf({ section, edits, over }: Saving): Promise<Conflict> {
  const params = { account: over.account_id };
  const [fresh, changes] = await Promise.all([
    client.get('/api/v1/accounts/{account}', { params }),
    client.get('/api/v1/accounts/{account}/changes', { params, query: { limit: 20 } }).then(({ items }) => items, () => []),
  ]);
  const clashes = clashesOf(over, fresh, edits);
  return { section, edits, fresh, clashes, change: changeBehind(changes, clashes) };
}

/** Saves over the state that was seen; when that is not the state any more, says what has happened instead. */
export function useSave({ onSaved, onConflict }: Listener) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (saving: Saving): Promise<Connection | Conflict> => {
      const { edits, over } = saving;
      const change = { ...bodyOf(patchOf(documentOf(over), edits)), revision: over.revision };
      try {
        return await client.patch('/api/v1/accounts/{account}', change, { params: { account: over.account_id } });
      } catch (error) {
        if (!isStale(error)) throw error;
        return conflictOf(saving);
      }
    },
    onSuccess: async (outcome, saving) => {
      if ('clashes' in outcome) {
        onConflict(outcome);
        return;
      }
      queries.setQueryData(['account', outcome.account_id], outcome);
      onSaved(outcome, saving);
      await Promise.all([['feeds'], ['changes'], ['accounts'], ['receipt']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
