import { createContext, use } from 'react';
import { useWords } from '../../../components/words';
import { documentOf, valueAt, type Document } from './document';
import type { Editor } from './use_editor';

/** The form that a field belongs to, and what holds where nothing is set. */
export interface Form {
  editor: Editor;
  defaults: Document;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = use(FormContext);
  if (form === null) throw new Error('This field stands outside of a form.');
  return form;
}

/** What is wrong at a place, in the page's language, and how to say that the place was left. */
export function usePlace(path: string) {
  const { editor } = useForm();
  const words = useWords();
  const message = editor.faultAt(path);
  return {
    error: message === undefined ? undefined : words.translate(message),
    onBlur: () => { editor.touch([path]); },
    'data-path': path,
  };
}

/** One setting: what holds, whether the shop has set it, and what holds otherwise. */
export function useField(path: string) {
  const { editor, defaults } = useForm();
  const own = valueAt(editor.document, path);
  const fallback = valueAt(defaults, path);
  return {
    value: own ?? fallback,
    isSet: own !== undefined,
    fallback,
    set: (value: unknown) => {
      // Whoever types what holds anyway has set nothing.
      const isStored = valueAt(documentOf(editor.base), path) !== undefined;
      editor.set(path, !isStored && JSON.stringify(value) === JSON.stringify(fallback) ? null : value);
    },
    reset: () => { editor.set(path, null); },
  };
}
