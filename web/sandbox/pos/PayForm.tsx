import { Alert, Stack, Text } from '@mantine/core';
import { useId, useState, type Dispatch } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../../components/format';
import { IconAlert } from '../../components/icons';
import { useShortcuts } from '../../components/use_shortcuts';
import { useTexts } from '../language';
import { totalsOf, type Basket, type BasketAction } from './basket';
import { leftMinor, methods, take, type Method } from './parts';
import { PartList } from './PartList';
import { PayAmount } from './PayAmount';
import { PayMethods } from './PayMethods';
import { PaySummary } from './PaySummary';
import type { ChecksRefused } from './sell';
import type { Done, Setup } from './types';
import { usePaying } from './use_paying';

interface Props {
  opened: boolean;
  setup: Setup;
  basket: Basket;
  change: Dispatch<BasketAction>;
  /** Somebody wants to leave although a part is paid. */
  isHeld: boolean;
  onSold: (done: Done) => void;
  onRefused: (refused: ChecksRefused) => void;
}

/** The whole sum with one press, or a part at a time until nothing is left; then the sale is made. */
export function PayForm({ opened, setup, basket, change, isHeld, onSold, onRefused }: Props) {
  const { pay: texts } = useTexts();
  const format = useFormat();
  const methodsId = useId();
  const totals = totalsOf(basket);
  const left = leftMinor(totals.dueMinor, basket.parts);
  // Null: all that is left.
  const [wanted, setWanted] = useState<number | null>(null);
  const paying = usePaying(basket, setup, onSold, onRefused);
  const amount = wanted ?? left;
  const canTake = (method: Method) => left >= 0 && (amount > 0 || left === 0) && take(left, method, amount) !== null;

  // One press is one payment: a second press while the sale is under way must not sell twice.
  const pay = (method: Method) => {
    const taken = take(left, method, amount);
    if (paying.isPending || !canTake(method) || taken === null) return;
    if (taken.isLast) {
      paying.mutate({ parts: [...basket.parts, taken.part], changeMinor: taken.changeMinor });
      return;
    }
    change({ type: 'take_part', part: taken.part });
    setWanted(null);
    document.getElementById(methodsId)?.querySelector('button')?.focus();
  };
  useShortcuts(Object.fromEntries(methods.map((method, index) => [String(index + 1), () => { pay(method); }])), opened);

  return (
    <Stack>
      <PaySummary basket={basket} totals={totals} currency={setup.currency} />
      <div>
        <Text size="sm" c="dimmed" ta="center">
          {totals.bonusMinor + basket.parts.length > 0 ? texts.leftToPay : texts.toPay}
        </Text>
        <Text fz={38} fw={700} ta="center" lh={1.2} className="figures" data-testid="left-to-pay">
          {format.minor(left)} {setup.currency}
        </Text>
      </div>
      <PartList
        parts={basket.parts}
        currency={setup.currency}
        onGiveBack={(index) => {
          change({ type: 'give_back_part', index });
          setWanted(null);
        }}
      />
      {(isHeld || left < 0) && (
        <Alert role="alert" color="orange" icon={<IconAlert size={18} />} title={left < 0 ? texts.overpaid : texts.giveBackFirst}>
          {left < 0 ? texts.overpaidText : texts.giveBackFirstText}
        </Alert>
      )}
      {paying.isError && <ErrorNote title={texts.notMade} error={paying.error} />}
      <PayAmount key={left} leftMinor={left} currency={setup.currency} methodsId={methodsId} onAmount={setWanted} />
      <PayMethods
        id={methodsId}
        canTake={canTake}
        pending={paying.isPending ? (paying.variables.parts.at(-1)?.name ?? null) : null}
        onPay={pay}
      />
      <Text size="xs" c="dimmed" ta="center">
        {amount > left ? texts.onlyCash : texts.keys}
      </Text>
    </Stack>
  );
}
