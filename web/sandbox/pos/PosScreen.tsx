import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { useShortcuts } from '../../components/use_shortcuts';
import { changeBasket, emptyBasket } from './basket';
import { CustomerDialog } from './CustomerDialog';
import { PayDialog } from './PayDialog';
import { PosHeader, type View } from './PosHeader';
import { ReceiptView } from './ReceiptView';
import { RefundView } from './RefundView';
import { focusProductEntry, SaleView } from './SaleView';
import type { ChecksRefused } from './sell';
import type { Done, Setup } from './types';
import classes from './pos.module.css';

type Dialog = 'none' | 'customer' | 'pay';

/** The till: one basket, at most one dialog over it, and a receipt when something was sold or taken back. */
export function PosScreen({ setup }: { setup: Setup }) {
  const [basket, change] = useReducer(changeBasket, emptyBasket);
  const [view, setView] = useState<View>('sale');
  const [dialog, setDialog] = useState<Dialog>('none');
  const [done, setDone] = useState<Done | null>(null);
  const queries = useQueryClient();

  useEffect(() => {
    if (dialog === 'none') focusProductEntry();
  }, [dialog]);

  // Not where the switch is pressed: that may have been on another screen of this till.
  const [spi, setSpi] = useState(setup.spi);
  if (spi !== setup.spi) {
    setSpi(setup.spi);
    change({ type: 'set_customer', customer: null });
    setDialog('none');
  }

  const newSale = () => {
    change({ type: 'clear' });
    setDone(null);
    setView('sale');
  };
  const showReceipt = (result: Done) => {
    setDialog('none');
    setDone(result);
    void queries.invalidateQueries({ queryKey: ['sales'] });
    void queries.invalidateQueries({ queryKey: ['purchases'] });
  };
  const refuse = ({ refusal, customer }: ChecksRefused) => {
    setDialog('none');
    change({ type: 'checks_refused', refusal, customer });
  };
  const show = (next: View) => {
    if (done) change({ type: 'clear' });
    setDone(null);
    setView(next);
  };
  const inSale = view === 'sale' && !done;
  const openPay = () => {
    if (inSale && basket.lines.length > 0) setDialog('pay');
  };
  const openCustomer = () => {
    if (inSale) setDialog('customer');
  };
  const close = () => {
    setDialog('none');
  };
  const escape = () => {
    if (view === 'refund') show('sale');
    else if (inSale) focusProductEntry();
  };
  useShortcuts(
    { F2: openCustomer, F3: focusProductEntry, F4: openPay, F8: () => { show('refund'); }, F9: newSale, Escape: escape },
    dialog === 'none',
  );

  return (
    <div className={classes.till}>
      <PosHeader setup={setup} view={view} onView={show} onSwitched={focusProductEntry} />
      <main className={classes.main}>
        {done && <ReceiptView done={done} onNewSale={newSale} />}
        {!done && view === 'refund' && <RefundView onRefunded={showReceipt} />}
        {inSale && (
          <SaleView setup={setup} basket={basket} change={change} onCustomer={openCustomer} onPay={openPay} />
        )}
      </main>
      <CustomerDialog opened={dialog === 'customer'} setup={setup} basket={basket} change={change} onClose={close} />
      <PayDialog
        opened={dialog === 'pay'}
        currency={setup.currency}
        basket={basket}
        onSold={showReceipt}
        onRefused={refuse}
        onClose={close}
      />
    </div>
  );
}
