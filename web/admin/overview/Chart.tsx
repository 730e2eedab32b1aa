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
        <table>
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ at, name, values }) => (
              <tr key={at}>
                <td>{name}</td>
                {series.map((one, index) => (
                  <td key={one.name} className="figures">
                    {format.count(values[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
