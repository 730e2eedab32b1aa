import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { formatDate } from '../../components/dates';
import { IconCheck, IconTicket } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { formatMinor } from '../../components/money';
import { useShortcuts, type Shortcuts } from '../../components/use_shortcuts';
import type { BonusCheck, Promotion } from '../contact/contact';
import { checkMinor } from './basket';

interface Props {
  checks: BonusCheck[];
  promotions: Promotion[];
  chosen: string[];
  currency: string;
  onToggle: (id: string) => void;
}

/** A customer without bonus checks sees none of this, as in Sitoo POS. */
export function BonusChecks({ checks, promotions, chosen, currency, onToggle }: Props) {
  const usable = checks.filter((check) => !check.redeemed).slice(0, 9);
  const keyOf = (check: BonusCheck) => (usable.includes(check) ? String(usable.indexOf(check) + 1) : null);
  const shortcuts: Shortcuts = Object.fromEntries(
    usable.map((check, index) => [
      String(index + 1),
      () => {
        onToggle(check.bonuscheckid);
      },
    ]),
  );
  useShortcuts(shortcuts);
  if (checks.length + promotions.length === 0) return null;
  return (
    <section aria-label="Bonus checks">
      <Text fw={600} size="sm" mb="xs">
        Bonus checks
      </Text>
      <Stack gap="xs">
        {checks.map((check) => (
          <CheckRow
            key={check.bonuscheckid}
            check={check}
            shortcut={keyOf(check)}
            isChosen={chosen.includes(check.bonuscheckid)}
            currency={currency}
            onToggle={onToggle}
          />
        ))}
        {promotions.map((promotion) => (
          <Group key={promotion.promotionid} gap="xs">
            <Badge variant="light">{promotion.name}</Badge>
            <Text size="sm" c="dimmed">
              {promotion.description}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}

interface RowProps {
  check: BonusCheck;
  shortcut: string | null;
  isChosen: boolean;
  currency: string;
  onToggle: (id: string) => void;
}

function CheckRow({ check, shortcut, isChosen, currency, onToggle }: RowProps) {
  return (
    <Paper px="md" py="sm" radius="md" bg={check.redeemed ? 'gray.0' : 'bridge.0'}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" c={check.redeemed ? 'dimmed' : 'bridge'}>
          <IconTicket size={22} />
          <div>
            <Text size="sm" fw={600} c={check.redeemed ? 'dimmed' : 'dark'}>
              {check.name} · {formatMinor(checkMinor(check))} {currency}
            </Text>
            <Text size="xs" c="dimmed">
              {check.redeemed && check.dateredeemed ? `Used ${formatDate(check.dateredeemed)}` : check.description}
            </Text>
          </div>
        </Group>
        {check.redeemed ? (
          <Badge variant="light" color="gray">
            Used
          </Badge>
        ) : (
          <Button
            size="xs"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            aria-label={isChosen ? `${check.name} is added to purchase` : `Add ${check.name} to purchase`}
            leftSection={isChosen ? <IconCheck size={14} /> : undefined}
            rightSection={shortcut && <Kbd>{shortcut}</Kbd>}
            aria-keyshortcuts={shortcut ?? undefined}
            onClick={() => {
              onToggle(check.bonuscheckid);
            }}
          >
            {isChosen ? 'Added' : 'Add to purchase'}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
