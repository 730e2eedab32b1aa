import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IconDownload } from '../../components/icons';
import { toastFailed } from '../../components/toast';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { saveFile } from '../save_file';
import { customerTexts } from '../texts/customers';

interface Props {
  path: '/api/v1/customers/{customer}/export' | '/api/v1/customers/{customer}/consent-proof';
  name: string;
  account: string;
  id: string;
  children: ReactNode;
}

/** One HTML file that the shop can hand to the person. Through the client, so that a refusal is said and not saved as the file. */
export function PageButton({ path, name, account, id, children }: Props) {
  const texts = useTexts(customerTexts);
  const words = useWords();
  const make = useMutation({
    mutationFn: () => client.getText(path, { params: { customer: id }, query: { account, format: 'html' } }),
    onSuccess: (page) => {
      saveFile(`${name}.html`, page, 'text/html');
    },
    onError: (error) => {
      toastFailed(texts.exportFailed, new Error(words.translate(error.message)));
    },
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={16} />} loading={make.isPending} onClick={() => { make.mutate(); }}>
      {children}
    </Button>
  );
}
