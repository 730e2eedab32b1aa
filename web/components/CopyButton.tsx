import { Button } from '@mantine/core';
import { useState } from 'react';
import { copyText } from './copy_text';
import { IconCheck, IconCopy } from './icons';
import { toastFailed } from './toast';
import { useWords } from './words';

interface Props {
  text: string;
  /** What is copied, where several buttons stand on a page. */
  what?: string;
}

export function CopyButton({ text, what }: Props) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    copyText(text).then(
      () => {
        setCopied(true);
      },
      (error: unknown) => {
        toastFailed(words.notCopied, error);
      },
    );
  };
  const label = copied ? words.copied : words.copy;
  return (
    <Button
      onClick={copy}
      variant={copied ? 'light' : 'filled'}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      {...(what === undefined ? {} : { 'aria-label': `${label}: ${what}` })}
      style={{ flexShrink: 0 }}
    >
      {label}
    </Button>
  );
}
