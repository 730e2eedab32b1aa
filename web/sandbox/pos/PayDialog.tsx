import { Modal } from '@mantine/core';
import { useState, type Dispatch } from 'react';
import { useTexts } from '../language';
import type { Basket, BasketAction } from './basket';
import { PayForm } from './PayForm';
import type { ChecksRefused } from './sell';
import { tillDialog } from './till_dialog';
import type { Done, Setup } from './types';

interface Props {
  opened: boolean;
  setup: Setup;
  basket: Basket;
  change: Dispatch<BasketAction>;
  onSold: (done: Done) => void;
  /** A bonus check stood in the way: nothing was sold, and the cashier decides again at the basket. */
  onRefused: (refused: ChecksRefused) => void;
  onClose: () => void;
}

/** Does not close while a part is paid: the customer's money would be forgotten with it. */
export function PayDialog({ opened, onClose, ...rest }: Props) {
  const { pay, words } = useTexts();
  const [wantsOut, setWantsOut] = useState(false);
  const isHeld = rest.basket.parts.length > 0;
  const close = () => {
    setWantsOut(isHeld);
    if (!isHeld) onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={pay.title} size={480} {...tillDialog(words.close)}>
      <PayForm {...rest} opened={opened} isHeld={isHeld && wantsOut} />
    </Modal>
  );
}
