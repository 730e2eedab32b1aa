import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ApiError, messageOf } from '../../components/api';
import { client, type Schemas } from '../api/client';
import { bodyOf, documentOf, isWithin } from '../settings/editor/document';
import { editsWithin, patchOf } from '../settings/editor/edits';
import type { Editor } from '../settings/editor/use_editor';

const place = 'receipt';
const pause_ms = 500;

const fieldOf = (error: unknown) => (error instanceof ApiError ? error.field : null);

interface Asked {
  language: Schemas['Language'];
  order: string;
}

/** The receipt with what is typed, after a pause in the typing. What is known to be wrong is not sent; what the server refuses stands at its field. */
export function useReceiptPreview(editor: Editor, { language, order }: Asked) {
  const { account } = editor;
  const { settings } = bodyOf(patchOf(documentOf(editor.base), editsWithin(editor.edits, [place])));
  const isWrong = editor.faultsWithin([place]).length > 0;
  const typed = JSON.stringify({ settings, order_id: order === '' ? undefined : order });
  const [asked] = useDebouncedValue(typed, pause_ms);
  const receipt = useQuery({
    queryKey: ['receipt', account, language, asked],
    queryFn: async ({ signal }) => {
      try {
        const preview = await client.post('/api/v1/receipts/preview', { account, language, ...(JSON.parse(asked) as { order_id?: string }) });
        if (!signal.aborted) editor.refuse(place, null);
        return preview;
      } catch (error) {
        const path = fieldOf(error) ?? '';
        if (!signal.aborted && isWithin(path, place)) editor.refuse(place, { path, message: messageOf(error) });
        throw error;
      }
    },
    enabled: !isWrong && asked === typed,
    retry: (failures, error) => failures < 1 && fieldOf(error) === null,
    placeholderData: keepPreviousData,
  });
  return { receipt, isTyped: settings !== undefined, isWrong };
}
