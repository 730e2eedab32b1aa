import { useShortcuts } from '../../components/use_shortcuts';
import { CustomerDialog } from './CustomerDialog';
import { OfflineBanner } from './offline/OfflineBanner';
import { PayDialog } from './PayDialog';
import { PosHeader } from './PosHeader';
import { ReceiptView } from './ReceiptView';
import { RefundView } from './RefundView';
import { focusProductEntry, SaleView } from './SaleView';
import type { Setup } from './types';
import { useTill } from './use_till';
import classes from './pos.module.css';

export function PosScreen({ setup }: { setup: Setup }) {
  const till = useTill(setup);
  const { basket, change, dialog, done, view, inSale, late } = till;
  const openCustomer = () => {
    till.open('customer');
  };
  const openPay = () => {
    if (basket.lines.length + basket.parts.length > 0) till.open('pay');
  };
  const showRefund = () => {
    till.show('refund');
  };
  const escape = () => {
    if (view === 'refund') till.show('sale');
    else if (inSale) focusProductEntry();
  };
  useShortcuts(
    { F2: openCustomer, F3: focusProductEntry, F4: openPay, F8: showRefund, F9: till.newSale, Escape: escape },
    dialog === 'none',
  );

  return (
    <div className={classes.till}>
      <PosHeader setup={setup} view={view} onView={till.show} onSwitched={focusProductEntry} />
      <OfflineBanner sales={late.sales} sending={late.sending} />
      <main className={classes.main}>
        {done && <ReceiptView done={done} onNewSale={till.newSale} />}
        {!done && view === 'refund' && <RefundView online={late.online} onRefunded={till.showReceipt} />}
        {inSale && <SaleView setup={setup} basket={basket} change={change} onCustomer={openCustomer} onPay={openPay} />}
      </main>
      <CustomerDialog opened={dialog === 'customer'} setup={setup} basket={basket} change={change} onClose={till.close} />
      <PayDialog
        opened={dialog === 'pay'}
        setup={setup}
        basket={basket}
        change={change}
        onSold={till.showReceipt}
        onRefused={till.refuse}
        onClose={till.close}
      />
    </div>
  );
}
