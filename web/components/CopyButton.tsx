import { Button } from '@mantine/core';
import { useState } from 'react';
import { copyText } from './copy_text';
import { IconCheck, IconCopy } from './icons';
import { toastFailed } from './toast';

export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    copyText(text).then(
      () => {
        setCopied(true);
      },
      (error: unknown) => {
        toastFailed('Not copied', error);
      },
    );
  };
  return (
    <Button
      onClick={copy}
      variant={copied ? 'light' : 'filled'}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
