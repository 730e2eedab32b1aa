import type { Dispatch } from 'react';
import type { Basket, BasketAction } from './basket';
import { BasketPanel } from './BasketPanel';
import { ProductPanel } from './ProductPanel';
import type { Setup } from './types';
import classes from './pos.module.css';

const entryId = 'product-entry';

/** Where a cashier's hands rest: after everything that is done, typing adds products again. */
export function focusProductEntry(): void {
  document.getElementById(entryId)?.focus();
}

interface Props {
  setup: Setup;
  basket: Basket;
  change: Dispatch<BasketAction>;
  onCustomer: () => void;
  onPay: () => void;
}

export function SaleView({ setup, basket, change, onCustomer, onPay }: Props) {
  return (
    <div className={classes.sale}>
      <ProductPanel
        entryId={entryId}
        currency={setup.currency}
        onAdd={(product, quantity) => {
          change({ type: 'add', product, quantity });
          focusProductEntry();
        }}
      />
      <BasketPanel
        setup={setup}
        basket={basket}
        change={(action) => {
          change(action);
          if (action.type === 'remove' || action.type === 'clear') focusProductEntry();
        }}
        onCustomer={onCustomer}
        onPay={onPay}
      />
    </div>
  );
}
