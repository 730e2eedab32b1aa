import { createContext, use } from 'react';

/** What the shared parts say; a page in another language provides its own. */
export interface Words {
  cancel: string;
  close: string;
  copy: string;
  copied: string;
  notCopied: string;
  retry: string;
  brokenPage: string;
  darkMode: string;
  lightMode: string;
  /** A server's sentence in the page's language; as it came where it is not known. */
  translate: (message: string) => string;
}

export const english: Words = {
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
  retry: 'Try again',
  brokenPage: 'This page cannot be shown',
  darkMode: 'Dark colours',
  lightMode: 'Light colours',
  translate: (message) => message,
};

export const WordsContext = createContext<Words>(english);

export const useWords = () => use(WordsContext);
