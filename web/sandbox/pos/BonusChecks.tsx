import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Dispatch } from 'react';
import { useShortcuts, type Shortcuts } from '../../components/use_shortcuts';
import type { BonusCheck, Contact } from '../contact/contact';
import { useTexts } from '../language';
import { goodsMinorOf, usedChecks, type Basket, type BasketAction } from './basket';
import { partMaxMinor, stateOf } from './bonus';
import { CheckRow } from './CheckRow';

interface Props {
  customer: Contact;
  basket: Basket;
  currency: string;
  change: Dispatch<BasketAction>;
}

/** A customer without bonus checks sees none of this, as in Sitoo POS. */
export function BonusChecks({ customer, basket, currency, change }: Props) {
  const { customer: texts } = useTexts();
  const checks = customer.bonuschecks ?? [];
  const promotions = customer.promotions ?? [];
  const now = new Date();
  const open = checks.filter((check) => stateOf(check, currency, now) === 'open').slice(0, 9);
  const keyOf = (check: BonusCheck) => (open.includes(check) ? String(open.indexOf(check) + 1) : null);
  const toggle = (check: BonusCheck) => {
    change({ type: 'toggle_bonus_check', id: check.bonuscheckid });
  };
  const shortcuts: Shortcuts = Object.fromEntries(open.map((check, index) => [String(index + 1), () => { toggle(check); }]));
  useShortcuts(shortcuts);
  const used = usedChecks(basket);
  if (checks.length + promotions.length === 0) return null;
  const title = checks.length > 0 ? texts.checks : texts.promotions;
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm" mb="xs">
        {title}
      </Text>
      <Stack gap="xs" role="list">
        {checks.map((check) => (
          <CheckRow
            key={check.bonuscheckid}
            check={check}
            state={stateOf(check, currency, now)}
            currency={check.currency || currency}
            shortcut={keyOf(check)}
            used={used.find((one) => one.check.bonuscheckid === check.bonuscheckid)}
            wantedMinor={basket.bonusChecks.find(({ id }) => id === check.bonuscheckid)?.amountMinor ?? null}
            maxMinor={partMaxMinor(check, used, goodsMinorOf(basket))}
            refused={refusedText(basket, check)}
            onToggle={() => {
              toggle(check);
            }}
            onAmount={(amountMinor) => {
              change({ type: 'set_check_amount', id: check.bonuscheckid, amountMinor });
            }}
          />
        ))}
        {promotions.map((promotion) => (
          <Group key={promotion.promotionid} gap="xs" role="listitem">
            <Badge variant="light" tt="none">
              {promotion.name}
            </Badge>
            <Text size="sm" c="dimmed">
              {promotion.description}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}

function refusedText({ refusal }: Basket, check: BonusCheck): string | undefined {
  return refusal?.checks.some(({ id }) => id === check.bonuscheckid) ? refusal.message : undefined;
}
