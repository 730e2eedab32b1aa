import { Fragment } from 'react';
import { formatDateTime } from '../../components/dates';
import { formatMinor, formatMoney } from '../../components/money';
import type { UsedCheck } from './bonus';
import { printedOf, roundingMinor } from './receipt';
import type { Receipt } from './types';
import classes from './receipt.module.css';

/** The slip as the printer would print it: what it says is what the server booked. */
export function PaperReceipt({ receipt, checks }: { receipt: Receipt; checks: UsedCheck[] }) {
  const printed = printedOf(receipt, checks);
  return (
    <article className={classes.paper} aria-label="Receipt">
      <div style={{ textAlign: 'center' }}>
        <div style={{ fontSize: 16, fontWeight: 700 }}>{receipt.store}</div>
        <div>{receipt.type === 'return' ? 'RETURN RECEIPT' : 'RECEIPT'}</div>
      </div>
      <hr className={classes.paperRule} />
      <Row label="Receipt" value={receipt.receiptid} />
      <Row label="Date" value={formatDateTime(receipt.orderdate)} />
      <Row label="Register" value={receipt.register} />
      <Row label="Staff" value={receipt.staff} />
      <hr className={classes.paperRule} />
      {printed.lines.map(({ line, totalMinor, discountMinor }, index) => (
        <Fragment key={`${line.sku} ${String(index)}`}>
          <Row label={line.name} value={formatMinor(totalMinor)} />
          <div style={{ color: 'var(--ink-soft)' }}>
            {line.quantity} × {formatMoney(line.price)} · VAT {line.vat} %
          </div>
          {discountMinor !== 0 && <div style={{ color: 'var(--ink-soft)' }}>Discount {formatMinor(discountMinor)}</div>}
        </Fragment>
      ))}
      {printed.checks.map(({ check, amountMinor }) => (
        <Fragment key={check.bonuscheckid}>
          <Row label={check.name} value={formatMinor(-amountMinor)} />
          <div style={{ color: 'var(--ink-soft)' }}>Discount, bonus check</div>
        </Fragment>
      ))}
      <hr className={classes.paperRule} />
      {roundingMinor(receipt) !== 0 && <Row label="Rounding" value={formatMinor(roundingMinor(receipt))} />}
      <Row label={`TOTAL ${receipt.currency}`} value={formatMoney(receipt.total)} strong />
      {receipt.payments.map((payment) => (
        <Row key={payment.name} label={payment.name} value={formatMoney(payment.amount)} />
      ))}
      <hr className={classes.paperRule} />
      <Row label="Net" value={formatMoney(receipt.net)} />
      <Row label="VAT" value={formatMoney(receipt.vat)} />
      {(receipt.membernumber || receipt.customer) && <hr className={classes.paperRule} />}
      {receipt.customer && <Row label="Customer" value={receipt.customer} />}
      {receipt.membernumber && <Row label={receipt.member_number_title} value={receipt.membernumber} />}
      <hr className={classes.paperRule} />
      <div style={{ textAlign: 'center' }}>Thank you, welcome back!</div>
    </article>
  );
}

function Row({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className={classes.paperRow} style={strong ? { fontWeight: 700, fontSize: 15 } : undefined}>
      <span>{label}</span>
      <span style={{ overflowWrap: 'anywhere', textAlign: 'right' }}>{value}</span>
    </div>
  );
}
