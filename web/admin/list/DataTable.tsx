import { Button, Checkbox, Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../language';
import { wordTexts } from '../texts/words';
import classes from './list.module.css';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  figures?: boolean;
}

export interface Selection {
  keys: ReadonlySet<string>;
  onChange: (keys: ReadonlySet<string>) => void;
}

interface Props<Row> {
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  selection?: Selection;
  onOpen?: (row: Row) => void;
}

function toggled(keys: ReadonlySet<string>, changed: string[], on: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  for (const key of changed) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** What is not there takes no line on a card. */
function Cell({ title, figures, value }: { title: string; figures: boolean; value: ReactNode }) {
  return (
    <Table.Td role="cell" data-title={title} data-nothing={value === '–' || undefined} className={figures ? 'figures' : undefined}>
      <span className={classes.value}>{value}</span>
    </Table.Td>
  );
}

const column_px = 100;
const table_px_min = 480;

/** A table where there is room for its columns, else cards; the roles keep it a table for whoever hears it. */
export function DataTable<Row>({ label, rows, columns, rowKey, selection, onOpen }: Props<Row>) {
  const words = useTexts(wordTexts);
  const keys = rows.map(rowKey);
  const chosen = keys.filter((key) => selection?.keys.has(key));
  const { ref, width } = useElementSize<HTMLDivElement>();
  // Before the first measurement it is 0.
  const isNarrow = width > 0 && width < Math.max(table_px_min, columns.length * column_px);
  return (
    <div ref={ref}>
      <Table className={isNarrow ? classes.cards : classes.table} role="table" aria-label={label} verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {selection && (
              <Table.Th role="columnheader" w={44}>
                <Checkbox
                  aria-label={words.selectAll}
                  checked={chosen.length === keys.length}
                  indeterminate={chosen.length > 0 && chosen.length < keys.length}
                  onChange={(event) => {
                    selection.onChange(toggled(selection.keys, keys, event.currentTarget.checked));
                  }}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Table.Th key={column.title} role="columnheader">
                {column.title}
              </Table.Th>
            ))}
            {onOpen && (
              <Table.Th role="columnheader" w={90}>
                <span className={classes.hidden}>{words.details}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} role="row">
              {selection && (
                <Table.Td role="cell">
                  <Checkbox
                    aria-label={`${words.select} ${rowKey(row)}`}
                    checked={selection.keys.has(rowKey(row))}
                    onChange={(event) => {
                      selection.onChange(toggled(selection.keys, [rowKey(row)], event.currentTarget.checked));
                    }}
                  />
                </Table.Td>
              )}
              {columns.map((column) => (
                <Cell key={column.title} title={column.title} figures={column.figures ?? false} value={column.cell(row)} />
              ))}
              {onOpen && (
                <Table.Td role="cell">
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`${words.details} ${rowKey(row)}`}
                    onClick={() => {
                      onOpen(row);
                    }}
                  >
                    {words.details}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
