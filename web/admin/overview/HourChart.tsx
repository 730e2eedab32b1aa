import { Table } from '@mantine/core';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Bars, type Series } from './Bars';
import classes from './overview.module.css';

export interface Hour {
  at: string;
  values: number[];
}

interface Props {
  hours: Hour[];
  /** A name and a colour for each of the values. */
  series: Series[];
  zone: string | undefined;
}

/** Bars by hour; the same numbers stand in a table below, for whoever cannot see bars. */
export function HourChart({ hours, series, zone }: Props) {
  const { overview: texts } = useTexts();
  const format = useFormat(zone);
  return (
    <>
      <div aria-hidden="true">
        <Bars series={series} columns={hours.map(({ at, values }) => ({ at, label: format.hour(at), values }))} count={format.count} />
      </div>
      <details className={classes.numbers}>
        <summary>{texts.table}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.hour}</Table.Th>
              {series.map(({ name }) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {hours.map(({ at, values }) => (
              <Table.Tr key={at}>
                <Table.Td>{format.hour(at)}</Table.Td>
                {series.map(({ name }, index) => (
                  <Table.Td key={name} className="figures">
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
