import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, messageOf } from '../../../components/api';
import { toastDone } from '../../../components/toast';
import type { Connection } from '../../accounts';
import { useTexts } from '../../language';
import { wordTexts } from '../../texts/words';
import { faultsOf, type Fault } from '../rules/faults';
import type { Conflict } from './conflict';
import { documentOf, isWithin } from './document';
import { applied, editsWithin, withEdit, without, type Edits } from './edits';
import { useSave } from './use_save';

interface State {
  /** The shop as it was when the first of the edits was typed; null while there are none. */
  opened: Connection | null;
  edits: Edits;
  conflict: Conflict | null;
  /** What the server said of the last attempt; it goes as soon as its field is changed. */
  refusal: Fault | null;
  /** Fields whose faults are shown: those that were left, and all after an attempt to save. */
  touched: ReadonlySet<string>;
  /** The section that was settled last, and the state that it is in since. */
  settled: { section: string; revision: string } | null;
}

const untouched: State = { opened: null, edits: {}, conflict: null, refusal: null, touched: new Set(), settled: null };

function withEdits(state: State, edits: Edits, opened: Connection): State {
  return { ...state, edits, opened: Object.keys(edits).length === 0 ? null : opened };
}

/** What is typed into all sections of a shop's settings, and the way to save it. */
export function useEditor(connection: Connection) {
  const words = useTexts(wordTexts);
  const queries = useQueryClient();
  const [state, setState] = useState<State>(untouched);
  const base = state.opened ?? connection;
  const document = applied(documentOf(base), state.edits);
  const faults = faultsOf(document);
  const save = useSave({
    onSaved: (saved, { section, edits }) => {
      const settled = { section, revision: saved.revision };
      setState((now) => ({ ...withEdits(now, without(now.edits, edits), saved), conflict: null, refusal: null, touched: new Set(), settled }));
      toastDone(words.saved);
    },
    onConflict: (conflict) => { setState((now) => ({ ...now, conflict })); },
  });
  const send = (section: string, edits: Edits, over: Connection) => {
    setState((now) => ({ ...now, refusal: null }));
    save.mutate({ section, edits, over }, {
      onError: (error) => {
        const path = error instanceof ApiError ? error.field : null;
        if (path !== null) setState((now) => ({ ...now, refusal: { path, message: messageOf(error) } }));
      },
    });
  };
  const set = (path: string, value: unknown) => {
    setState((now) => {
      const over = now.opened ?? connection;
      const isOver = now.refusal !== null && (isWithin(now.refusal.path, path) || isWithin(path, now.refusal.path));
      return { ...withEdits(now, withEdit(documentOf(over), now.edits, path, value), over), refusal: isOver ? null : now.refusal };
    });
  };
  const touch = (paths: string[]) => {
    setState((now) => ({ ...now, touched: new Set([...now.touched, ...paths]) }));
  };
  return {
    account: base.account_id,
    base,
    document,
    edits: state.edits,
    conflict: state.conflict,
    settled: state.settled,
    refused: save.isError ? save.variables.section : null,
    error: save.error,
    savingSection: save.isPending ? save.variables.section : null,
    set,
    touch,
    faultsWithin: (paths: readonly string[]) => faults.filter((fault) => paths.some((outer) => isWithin(fault.path, outer))),
    /** What stands at a field: the server's word first. */
    faultAt: (path: string) => {
      if (state.refusal?.path === path) return state.refusal.message;
      return state.touched.has(path) ? faults.find((fault) => fault.path === path)?.message : undefined;
    },
    save: (section: string, paths: readonly string[]) => { send(section, editsWithin(state.edits, paths), base); },
    /** Saves these and nothing that was typed into fields. */
    saveOnly: (section: string, edits: Edits, over: Connection) => { send(section, edits, over); },
    drop: (paths: readonly string[]) => {
      setState((now) => ({ ...withEdits(now, without(now.edits, editsWithin(now.edits, paths)), base), refusal: null, touched: new Set() }));
    },
    /** What the server says of a place without being asked to save; null takes back what it said there. */
    refuse: (place: string, fault: Fault | null) => {
      setState((now) => (fault !== null || (now.refusal !== null && isWithin(now.refusal.path, place)) ? { ...now, refusal: fault } : now));
    },
    keepTyping: () => { setState((now) => ({ ...now, conflict: null })); },
    takeTheirs: ({ section, fresh, clashes, edits }: Conflict) => {
      const gone = Object.fromEntries(clashes.map(({ path }) => [path, edits[path]]));
      queries.setQueryData(['account', fresh.account_id], fresh);
      const settled = { section, revision: fresh.revision };
      setState((now) => ({ ...withEdits(now, without(now.edits, gone), fresh), conflict: null, settled }));
    },
    overwrite: ({ section, edits, fresh }: Conflict) => {
      setState((now) => ({ ...withEdits(now, now.edits, fresh), conflict: null }));
      send(section, edits, fresh);
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
