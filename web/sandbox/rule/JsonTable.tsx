import { Badge, Table } from '@mantine/core';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import type { Row } from './json';
import { cellText, columnsOf, usedOf, type Column } from './json_columns';
import classes from './rule.module.css';

export function JsonTable({ label, rows }: { label: string; rows: Row[] }) {
  const { card } = useTexts();
  const columns = columnsOf(rows, card.json);
  return (
    <Table.ScrollContainer minWidth={120} type="native" tabIndex={0} role="group" aria-label={label}>
      <Table aria-label={label} withTableBorder layout="auto" fz="xs" verticalSpacing={6} horizontalSpacing={8} className={classes.json}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} ta={alignmentOf(column)}>
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {columns.map((column) => (
                <Table.Td key={column.key} ta={alignmentOf(column)} className={column.kind === 'text' ? undefined : 'figures'}>
                  <Cell column={column} cell={row[column.key]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const alignmentOf = ({ kind }: Column) => (kind === 'money' || kind === 'number' ? 'right' : 'left');

function Cell({ column, cell }: { column: Column; cell: unknown }) {
  const { card, words } = useTexts();
  const format = useFormat();
  const isUsed = column.kind === 'used' ? usedOf(cell) : null;
  if (isUsed === null) return cellText(cell, column.kind, words, format);
  return (
    <Badge size="sm" variant="light" tt="none" miw="max-content" color={isUsed ? 'gray' : 'bridge'}>
      {isUsed ? card.used : card.open}
    </Badge>
  );
}
