import { Code, Table } from '@mantine/core';
import { columnsOf, parseJson } from './json';

/** JSON for people: a list of objects becomes a table, everything else indented text. */
export function JsonValue({ value }: { value: unknown }) {
  const parsed = parseJson(value);
  const columns = columnsOf(parsed);
  if (columns === null) {
    return (
      <Code block fz="xs">
        {JSON.stringify(parsed, null, 2)}
      </Code>
    );
  }
  return (
    <Table.ScrollContainer minWidth={120} type="native">
      <Table withTableBorder withColumnBorders fz="xs" verticalSpacing={5} horizontalSpacing={8} layout="auto">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(parsed as Record<string, unknown>[]).map((row, index) => (
            <Table.Tr key={index}>
              {columns.map((column) => (
                <Table.Td key={column} style={{ overflowWrap: 'normal', whiteSpace: 'nowrap' }}>
                  {cellText(row[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
