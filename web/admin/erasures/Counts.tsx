import { Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { erasureTexts } from '../texts/erasure';

/** How many of each kind, in words; a kind of which there was none is left out. */
export function Counts({ label, counts }: { label: string; counts: Schemas['ErasureCount'][] }) {
  const texts = useTexts(erasureTexts);
  const format = useFormat();
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return <Text size="sm">{texts.nothing}</Text>;
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.what}</Table.Th>
          <Table.Th>{texts.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {some.map(({ what, count }) => (
          <Table.Tr key={what}>
            <Table.Td>{texts.kinds[what]}</Table.Td>
            <Table.Td className="figures">{format.count(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
