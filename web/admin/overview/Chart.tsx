import { Table } from '@mantine/core';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { overviewTexts } from '../texts/overview';
import { Bars, type Column, type Series } from './Bars';
import classes from './overview.module.css';

interface Props {
  /** What each column is: an hour, a day. */
  unit: string;
  columns: Column[];
  /** A name and a colour for each of the values. */
  series: Series[];
  labelEvery: number;
}

/** Bars over time; the same numbers stand in a table below, for whoever cannot see bars. */
export function Chart({ unit, columns, series, labelEvery }: Props) {
  const texts = useTexts(overviewTexts);
  const format = useFormat();
  return (
    <>
      <div aria-hidden="true">
        <Bars series={series} columns={columns} count={format.count} labelEvery={labelEvery} />
      </div>
      <details className={classes.numbers}>
        <summary>{texts.table}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{unit}</Table.Th>
              {series.map(({ name }) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ at, name, values }) => (
              <Table.Tr key={at}>
                <Table.Td>{name}</Table.Td>
                {series.map((one, index) => (
                  <Table.Td key={one.name} className="figures">
                    {format.count(values[index] ?? 0)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  );
}
