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
  /** Small and plain, where copying is not what the page is about. */
  quiet?: boolean;
}

export function CopyButton({ text, what, quiet = false }: Props) {
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
      variant={copied ? 'light' : quiet ? 'default' : 'filled'}
      size={quiet ? 'compact-sm' : 'sm'}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      {...(what === undefined ? {} : { 'aria-label': `${label}: ${what}` })}
      style={{ flexShrink: 0 }}
    >
      {label}
    </Button>
  );
}
