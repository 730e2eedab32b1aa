import { Button, Group, Stack, Text } from '@mantine/core';
import type { Dispatch } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../components/format';
import { IconShoppingBag } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { totalsOf, usedChecks, type Basket, type BasketAction, type Totals } from './basket';
import { BasketRow } from './BasketRow';
import { BonusRow, RefusedRow } from './BonusRow';
import { CustomerSlot } from './CustomerSlot';
import type { Setup } from './types';
import classes from './pos.module.css';

interface Props {
  setup: Setup;
  basket: Basket;
  change: Dispatch<BasketAction>;
  onCustomer: () => void;
  onPay: () => void;
}

export function BasketPanel({ setup, basket, change, onCustomer, onPay }: Props) {
  const { till } = useTexts();
  const totals = totalsOf(basket);
  return (
    <section className={classes.basket} aria-label={till.basket}>
      <CustomerSlot
        customer={basket.customer}
        memberTitle={setup.member_number_title}
        onOpen={onCustomer}
        onRemove={() => {
          change({ type: 'set_customer', customer: null });
        }}
      />
      <ul className={classes.lines} aria-label={till.lines} tabIndex={0}>
        {basket.lines.length === 0 && (
          <li>
            <EmptyState icon={<IconShoppingBag size={22} />} title={till.empty}>
              {till.emptyText}
            </EmptyState>
          </li>
        )}
        {basket.lines.map((line) => (
          <BasketRow key={line.product.sku} line={line} change={change} />
        ))}
        <BonusRows basket={basket} change={change} onOpen={onCustomer} />
      </ul>
      <BasketTotals totals={totals} currency={setup.currency} onPay={onPay} />
    </section>
  );
}

/** The chosen checks, and those that the CRM refused, until the cashier has read why. */
function BonusRows({ basket, change, onOpen }: { basket: Basket; change: Dispatch<BasketAction>; onOpen: () => void }) {
  const used = usedChecks(basket);
  const { refusal } = basket;
  const isRefused = (id: string) => refusal?.checks.some((check) => check.id === id) ?? false;
  const isGone = (id: string) => !used.some(({ check }) => check.bonuscheckid === id);
  return (
    <>
      {used.map(({ check, amountMinor }) => (
        <BonusRow
          key={check.bonuscheckid}
          check={check}
          amountMinor={amountMinor}
          refused={isRefused(check.bonuscheckid) ? refusal?.message : undefined}
          onOpen={onOpen}
          onRemove={() => {
            change({ type: 'toggle_bonus_check', id: check.bonuscheckid });
          }}
        />
      ))}
      {refusal?.checks
        .filter(({ id }) => isGone(id))
        .map(({ id, name }) => (
          <RefusedRow
            key={id}
            name={name}
            message={refusal.message}
            onDismiss={() => {
              change({ type: 'dismiss_refusal' });
            }}
          />
        ))}
    </>
  );
}

function BasketTotals({ totals, currency, onPay }: { totals: Totals; currency: string; onPay: () => void }) {
  const { till, pay } = useTexts();
  const format = useFormat();
  const { paidMinor } = totals;
  return (
    <div className={classes.totals}>
      <Stack gap={4} mb="md" className="figures">
        <Stack gap={4} className={classes.sums}>
          <TotalRow label={till.items(totals.count)} minor={totals.goodsMinor} />
          {totals.bonusMinor > 0 && <TotalRow label={till.checks} minor={-totals.bonusMinor} />}
          <TotalRow label={till.vat} minor={totals.vatMinor} />
        </Stack>
        {paidMinor > 0 && <TotalRow label={pay.taken} minor={-paidMinor} />}
        <Group justify="space-between" mt={6} wrap="nowrap">
          <Text fw={650} size="lg">
            {paidMinor > 0 ? pay.leftToPay : till.toPay}
          </Text>
          <Text fw={700} fz={24} lh={1.2} data-testid="to-pay">
            {format.minor(totals.dueMinor - paidMinor)} {currency}
          </Text>
        </Group>
      </Stack>
      <Button fullWidth size="lg" disabled={totals.count === 0 && paidMinor === 0} aria-keyshortcuts="F4" rightSection={<Kbd>F4</Kbd>} onClick={onPay}>
        {till.pay}
      </Button>
    </div>
  );
}

function TotalRow({ label, minor }: { label: string; minor: number }) {
  const format = useFormat();
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{format.minor(minor)}</Text>
    </Group>
  );
}
