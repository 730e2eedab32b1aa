import { NumberInput, Text, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import classes from './pos.module.css';

interface Props {
  name: string;
  currency: string;
  /** What the purchase takes now. */
  usedMinor: number;
  /** What the cashier asked for, if anything. */
  wantedMinor: number | null;
  maxMinor: number;
  /** Null: as much as the purchase takes. */
  onAmount: (amountMinor: number | null) => void;
}

/** A part of a check. An empty field is the default: as much as there is and the purchase takes. */
export function CheckAmount({ name, currency, usedMinor, wantedMinor, maxMinor, onAmount }: Props) {
  const { customer: texts } = useTexts();
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState<number | string>(wantedMinor === null ? '' : wantedMinor / 100);
  return (
    <div className={classes.part}>
      <Text size="sm" component="label" htmlFor={id}>
        {texts.useOnly} <VisuallyHidden>{texts.thisMuchOf(name)}</VisuallyHidden>
      </Text>
      <NumberInput
        id={id}
        size="xs"
        w={110}
        hideControls
        min={0}
        max={maxMinor / 100}
        decimalScale={2}
        decimalSeparator={format.decimal}
        allowedDecimalSeparators={[',', '.']}
        allowNegative={false}
        clampBehavior="strict"
        placeholder={format.minor(usedMinor)}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          onAmount(value === '' ? null : Math.round(Number(value) * 100));
        }}
      />
      <Text size="sm" c="dimmed" className="figures">
        {texts.ofMost(currency, format.minor(maxMinor))}
      </Text>
    </div>
  );
}
