import { Alert, Button, Group, Pagination, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { wordTexts } from '../texts/words';
import { DataTable, type Column, type Selection } from './DataTable';

const rowsPerPage = 25;

interface Props<Row> {
  /** What the rows are, for who cannot see the page. */
  label: string;
  query: { data: Row[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  failed: string;
  empty: { icon: ReactNode; title: string; text: string };
  /** How many rows were asked for: a full answer may not be all. */
  limit?: { value: number; onMore: () => void };
  selection?: Selection;
  onOpen?: (row: Row) => void;
}

/** A list in all its states: loading, failed, empty, a part of it, out of date. A page of rows at a time, so it stays quick. */
export function DataList<Row>({ label, query, columns, rowKey, failed, empty, limit, selection, onOpen }: Props<Row>) {
  const words = useTexts(wordTexts);
  const format = useFormat();
  const [asked, setAsked] = useState(1);
  const rows = query.data;
  if (!rows) {
    if (query.isError) return <ErrorNote title={failed} error={query.error} onRetry={() => { query.refetch(); }} />;
    return <Waiting label={words.loading} />;
  }
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(asked, pages);
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return (
    <Stack gap="md">
      {query.isError && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
      <Paper style={{ overflow: 'hidden' }}>
        {rows.length === 0 ? (
          <EmptyState icon={empty.icon} title={empty.title}>
            {empty.text}
          </EmptyState>
        ) : (
          <DataTable label={label} rows={shown} columns={columns} rowKey={rowKey} {...(selection ? { selection } : {})} {...(onOpen ? { onOpen } : {})} />
        )}
      </Paper>
      {pages > 1 && (
        <Pagination
          value={page}
          total={pages}
          onChange={setAsked}
          getItemProps={(number) => ({ 'aria-label': words.pageOf(number) })}
          getControlProps={(control) => ({ 'aria-label': control === 'previous' ? words.previousPage : words.nextPage })}
        />
      )}
      {limit && rows.length >= limit.value && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {words.showing(format.count(rows.length))}
          </Text>
          <Button size="compact-sm" variant="default" onClick={limit.onMore}>
            {words.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <Paper p="lg" role="status" aria-label={label}>
      <Stack gap="sm">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={22} />
        ))}
      </Stack>
    </Paper>
  );
}
