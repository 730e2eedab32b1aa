import { Badge, Table } from '@mantine/core';
import type { Row } from './json';
import { cellText, columnsOf, usedOf, type Column } from './json_columns';
import classes from './rule.module.css';

export function JsonTable({ label, rows }: { label: string; rows: Row[] }) {
  const columns = columnsOf(rows);
  return (
    <Table.ScrollContainer minWidth={120} type="native">
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
  const isUsed = column.kind === 'used' ? usedOf(cell) : null;
  if (isUsed === null) return cellText(cell, column.kind);
  return (
    <Badge size="sm" variant="light" tt="none" color={isUsed ? 'gray' : 'bridge'}>
      {isUsed ? 'Used' : 'Open'}
    </Badge>
  );
}
