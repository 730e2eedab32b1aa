import classes from './overview.module.css';
import { niceCeiling } from './scale';

export interface Series {
  name: string;
  /** A colour of the theme, as "bridge.5". */
  color: string;
}

interface Props {
  series: Series[];
  columns: { at: string; label: string; values: number[] }[];
  count: (value: number) => string;
}

const labelEvery = 4;
const colorOf = ({ color }: Series) => `var(--mantine-color-${color.replace('.', '-')})`;

/** Stacked bars, drawn with boxes: a chart library would be two thirds of what the first page loads. */
export function Bars({ series, columns, count }: Props) {
  const top = niceCeiling(Math.max(...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))));
  const told = ({ label, values }: Props['columns'][number]) =>
    [label, ...series.map(({ name }, index) => `${name}: ${count(values[index] ?? 0)}`)].join('\n');
  return (
    <>
      <div className={classes.chart}>
        <div className={classes.scale}>
          {[top, top / 2, 0].map((value) => (
            <span key={value}>{count(value)}</span>
          ))}
        </div>
        <div className={classes.columns}>
          {columns.map((column, place) => (
            <div key={column.at} className={classes.column} title={told(column)}>
              {series.map((one, index) => (
                <span key={one.name} style={{ height: `${String(((column.values[index] ?? 0) / top) * 100)}%`, background: colorOf(one) }} />
              ))}
              {place % labelEvery === 0 && <small>{column.label}</small>}
            </div>
          ))}
        </div>
      </div>
      {series.length > 1 && (
        <div className={classes.legend}>
          {series.map((one) => (
            <span key={one.name}>
              <i style={{ background: colorOf(one) }} />
              {one.name}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
