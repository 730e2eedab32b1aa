import { Alert, Code, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { client, type Schemas } from '../api/client';
import { useTexts } from '../language';
import { marketingTexts } from '../texts/marketing';
import { wordTexts } from '../texts/words';
import { Letter } from './Letter';

interface Props {
  account: string;
  flow: Schemas['FlowName'];
  language: Schemas['Language'] | null;
  onClose: () => void;
}

export function LetterDialog({ account, flow, language, onClose }: Props) {
  const texts = useTexts(marketingTexts);
  const words = useTexts(wordTexts);
  const [typed, setTyped] = useState('');
  const [email] = useDebouncedValue(typed.trim(), 500);
  const letter = useQuery({
    queryKey: ['letter', account, flow, language, email],
    queryFn: () =>
      client.post('/api/v1/automations/preview', {
        account, flow, ...(language === null ? {} : { language }), ...(email === '' ? {} : { email }),
      }),
  });
  return (
    <Modal opened onClose={onClose} title={texts.previewTitle} size="xl" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="md">
        <TextInput label={texts.previewEmail} type="email" value={typed} onChange={(event) => { setTyped(event.currentTarget.value); }} />
        {letter.isPending && <Loader aria-label={words.loading} />}
        {letter.isError && <ErrorNote title={words.failed} error={letter.error} onRetry={() => void letter.refetch()} />}
        {letter.data && (
          <>
            <Text>
              <b>{texts.previewSubject}:</b> {letter.data.subject}
            </Text>
            {letter.data.html === null ? (
              <>
                <Alert color="blue" role="note">{texts.previewMissing}</Alert>
                <Code block tabIndex={0} mah={420} style={{ overflow: 'auto' }}>
                  {JSON.stringify(letter.data.document, null, 2)}
                </Code>
              </>
            ) : (
              <Letter title={texts.previewTitle} html={letter.data.html} />
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
