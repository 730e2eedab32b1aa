import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';

interface Props {
  leftMinor: number;
  currency: string;
  /** Where Enter leads to. */
  methodsId: string;
  /** Null: all that is left. */
  onAmount: (amountMinor: number | null) => void;
}

/** How much the next payment is. It begins with all that is left, so that the usual sale needs no typing. */
export function PayAmount({ leftMinor, currency, methodsId, onAmount }: Props) {
  const { pay } = useTexts();
  const format = useFormat();
  const [typed, setTyped] = useState<number | string>(leftMinor / 100);
  const amount = typed === '' ? null : Math.round(Number(typed) * 100);
  return (
    <NumberInput
      label={pay.amount}
      description={pay.amountHint}
      error={amount !== null && amount <= 0 && leftMinor > 0 ? pay.tooLittle : undefined}
      size="md"
      hideControls
      suffix={` ${currency}`}
      decimalScale={2}
      fixedDecimalScale
      decimalSeparator={format.decimal}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      max={1_000_000}
      value={typed}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(value) => {
        setTyped(value);
        onAmount(value === '' ? null : Math.round(Number(value) * 100));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') document.getElementById(methodsId)?.querySelector<HTMLElement>('button:enabled')?.focus();
      }}
    />
  );
}
