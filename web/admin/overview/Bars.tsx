import classes from './overview.module.css';
import { niceCeiling } from './scale';

export interface Series {
  name: string;
  /** A colour of the theme, as "bridge.5". */
  color: string;
}

export interface Column {
  at: string;
  /** Below the bar, where there is room for it. */
  label: string;
  /** Where there is more room. */
  name: string;
  values: number[];
}

interface Props {
  series: Series[];
  columns: Column[];
  count: (value: number) => string;
  labelEvery: number;
}

const colorOf = ({ color }: Series) => `var(--mantine-color-${color.replace('.', '-')})`;

/** Stacked bars, drawn with boxes: a chart library would be two thirds of what the first page loads. */
export function Bars({ series, columns, count, labelEvery }: Props) {
  const top = niceCeiling(Math.max(...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))));
  const told = ({ name: when, values }: Column) =>
    [when, ...series.map(({ name }, index) => `${name}: ${count(values[index] ?? 0)}`)].join('\n');
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
