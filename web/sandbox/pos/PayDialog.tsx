import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { IconCash, IconCreditCard } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { formatMinor } from '../../components/money';
import { useShortcuts } from '../../components/use_shortcuts';
import { spentChecks, totalsOf, type Basket } from './basket';
import { PaySummary } from './PaySummary';
import { ChecksRefused, sell as sellBasket } from './sell';
import { rememberChecks } from './sold_checks';
import { tillDialog } from './till_dialog';
import type { Done, Payment } from './types';

interface Props {
  opened: boolean;
  currency: string;
  basket: Basket;
  onSold: (done: Done) => void;
  /** A bonus check stood in the way: nothing was sold, and the cashier decides again at the basket. */
  onRefused: (refused: ChecksRefused) => void;
  onClose: () => void;
}

export function PayDialog({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Pay" size={440} {...tillDialog}>
      <PayChoices {...rest} opened={opened} />
    </Modal>
  );
}

function PayChoices({ opened, currency, basket, onSold, onRefused }: Omit<Props, 'onClose'>) {
  const totals = totalsOf(basket);
  const sell = useMutation({
    mutationFn: (payment: Payment) => sellBasket(basket, payment),
    onSuccess: (sold) => {
      const checks = spentChecks(basket);
      rememberChecks(sold.receipt.orderid, checks.map(({ check }) => check.bonuscheckid));
      onSold({ sold, checks, before: null });
    },
    onError: (error) => {
      if (error instanceof ChecksRefused) onRefused(error);
    },
  });
  // One till key press is one sale: a second press while the first is under way must not sell twice.
  const pay = (payment: Payment) => {
    if (!sell.isPending) sell.mutate(payment);
  };
  useShortcuts({ '1': () => { pay('Card'); }, '2': () => { pay('Cash'); } }, opened);
  const isPaying = (payment: Payment) => sell.isPending && sell.variables === payment;
  return (
    <Stack>
      <PaySummary basket={basket} totals={totals} currency={currency} />
      <div>
        <Text size="sm" c="dimmed" ta="center">
          {totals.bonusMinor > 0 ? 'Left to pay' : 'To pay'}
        </Text>
        <Text fz={38} fw={700} ta="center" lh={1.2} className="figures" data-testid="left-to-pay">
          {formatMinor(totals.dueMinor)} {currency}
        </Text>
      </div>
      {sell.isError && <ErrorNote title="The sale was not made" error={sell.error} />}
      <Group grow>
        <Button
          size="xl"
          data-autofocus
          autoFocus
          leftSection={<IconCreditCard size={22} />}
          rightSection={<Kbd>1</Kbd>}
          aria-keyshortcuts="1"
          loading={isPaying('Card')}
          onClick={() => {
            pay('Card');
          }}
        >
          Card
        </Button>
        <Button
          size="xl"
          variant="light"
          leftSection={<IconCash size={22} />}
          rightSection={<Kbd>2</Kbd>}
          aria-keyshortcuts="2"
          loading={isPaying('Cash')}
          onClick={() => {
            pay('Cash');
          }}
        >
          Cash
        </Button>
      </Group>
      <Text size="xs" c="dimmed" ta="center">
        Enter takes the marked one, Esc goes back to the basket.
      </Text>
    </Stack>
  );
}
