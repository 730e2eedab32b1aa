import { Fragment } from 'react';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import type { UsedCheck } from './bonus';
import { printedOf, roundingMinor } from './receipt';
import type { Receipt } from './types';
import classes from './receipt.module.css';

/** The slip as the printer would print it: what it says is what the server booked. */
export function PaperReceipt({ receipt, checks }: { receipt: Receipt; checks: UsedCheck[] }) {
  const { receipt: texts, pay } = useTexts();
  const format = useFormat();
  const printed = printedOf(receipt, checks);
  return (
    <article className={classes.paper} aria-label={texts.slip}>
      <div style={{ textAlign: 'center' }}>
        <div style={{ fontSize: 16, fontWeight: 700 }}>{receipt.store}</div>
        <div>{texts.heads[receipt.type]}</div>
      </div>
      <hr className={classes.paperRule} />
      <Row label={texts.number} value={receipt.receiptid} />
      <Row label={texts.date} value={format.time(receipt.orderdate)} />
      <Row label={texts.register} value={receipt.register} />
      <Row label={texts.staff} value={receipt.staff} />
      <hr className={classes.paperRule} />
      {printed.lines.map(({ line, totalMinor, discountMinor }, index) => (
        <Fragment key={`${line.sku} ${String(index)}`}>
          <Row label={line.name} value={format.minor(totalMinor)} />
          <div style={{ color: 'var(--ink-soft)' }}>
            {line.quantity} × {format.money(line.price)} · {texts.vatOf(format.count(line.vat))}
          </div>
          {discountMinor !== 0 && <div style={{ color: 'var(--ink-soft)' }}>{texts.discount(format.minor(discountMinor))}</div>}
        </Fragment>
      ))}
      {printed.checks.map(({ check, amountMinor }) => (
        <Fragment key={check.bonuscheckid}>
          <Row label={check.name} value={format.minor(-amountMinor)} />
          <div style={{ color: 'var(--ink-soft)' }}>{texts.checkDiscount}</div>
        </Fragment>
      ))}
      <hr className={classes.paperRule} />
      {roundingMinor(receipt) !== 0 && <Row label={texts.rounding} value={format.minor(roundingMinor(receipt))} />}
      <Row label={texts.total(receipt.currency)} value={format.money(receipt.total)} strong />
      {receipt.payments.map((payment, index) => (
        <Row key={index} label={pay.names[payment.name] ?? payment.name} value={format.money(payment.amount)} />
      ))}
      <hr className={classes.paperRule} />
      <Row label={texts.net} value={format.money(receipt.net)} />
      <Row label={texts.vat} value={format.money(receipt.vat)} />
      {(receipt.membernumber || receipt.customer) && <hr className={classes.paperRule} />}
      {receipt.customer && <Row label={texts.customer} value={receipt.customer} />}
      {receipt.membernumber && <Row label={receipt.member_number_title} value={receipt.membernumber} />}
      <hr className={classes.paperRule} />
      <div style={{ textAlign: 'center' }}>{texts.thanks}</div>
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
