import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../components/api';
import { client } from '../../api/client';
import { useTexts } from '../../language';
import { previewTexts } from '../../texts/preview';
import { useForm } from '../editor/context';
import { bodyOf, documentOf } from '../editor/document';
import { editsWithin, patchOf } from '../editor/edits';
import { RefusalNote } from '../RefusalNote';
import { DifferenceView } from './DifferenceView';

/** What a real order would tell Rule with what is typed, and what it tells now. Nothing is saved. */
export function TryIt({ paths }: { paths: readonly string[] }) {
  const texts = useTexts(previewTexts);
  const { editor } = useForm();
  const [order, setOrder] = useState('');
  const edits = editsWithin(editor.edits, paths);
  const trial = useMutation({
    mutationFn: () => {
      const { settings = {} } = bodyOf(patchOf(documentOf(editor.base), edits));
      const order_id = order.trim();
      const body = { settings, ...(order_id === '' ? {} : { order_id }) };
      return client.post('/api/v1/accounts/{account}/preview', body, { params: { account: editor.account } });
    },
  });
  return (
    <Paper p="lg" component="section" aria-label={texts.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          trial.mutate();
        }}
      >
        <Stack gap="md">
          <div>
            <Title order={3} fz={16}>
              {texts.title}
            </Title>
            <Text size="sm" c="dimmed">
              {texts.text}
            </Text>
          </div>
          <Group gap="sm" align="flex-end">
            <TextInput
              label={texts.order} placeholder={texts.latest} value={order} style={{ flex: '0 1 260px' }}
              onChange={(event) => { setOrder(event.currentTarget.value); }}
            />
            <Button type="submit" variant="light" loading={trial.isPending}>
              {texts.button}
            </Button>
          </Group>
          {Object.keys(edits).length === 0 && <Text size="sm" c="dimmed">{texts.unchanged}</Text>}
          {trial.isError && <Refusal error={trial.error} />}
          {trial.data && <DifferenceView preview={trial.data} />}
        </Stack>
      </form>
    </Paper>
  );
}

/** No order yet is no failure: it is said what to do. */
function Refusal({ error }: { error: unknown }) {
  const texts = useTexts(previewTexts);
  if (error instanceof ApiError && error.status === 404) return <Alert color="blue" role="status">{texts.noOrder}</Alert>;
  return <RefusalNote title={texts.failed} error={error} />;
}
