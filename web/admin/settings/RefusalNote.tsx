import { Alert } from '@mantine/core';
import { ApiError, messageOf } from '../../components/api';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert } from '../../components/icons';
import { useWords } from '../../components/words';
import { labelOf, useFieldTexts } from './fields/labels';

interface Props {
  title: string;
  error: unknown;
  onRetry?: () => void;
}

/** Which field it is stands in front: it may be out of sight, or in no form at all. */
export function RefusalNote({ title, error, onRetry }: Props) {
  const texts = useFieldTexts();
  const words = useWords();
  const field = error instanceof ApiError ? error.field : null;
  if (field === null) return <ErrorNote title={title} error={error} {...(onRetry ? { onRetry } : {})} />;
  return (
    <Alert role="alert" color="red" title={title} icon={<IconAlert size={18} />}>
      {texts.editor.elsewhere(labelOf(texts, field))} {words.translate(messageOf(error))}
    </Alert>
  );
}
