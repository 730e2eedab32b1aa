import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFormat } from '../../components/format';
import { toastFailed } from '../../components/toast';
import { useTexts } from '../language';
import { ruleApi, type MessageType, type Subscriber } from './rule_api';

interface Props {
  account: number;
  customer: Subscriber;
}

export function CustomerSide({ account, customer }: Props) {
  const { card, words } = useTexts();
  const format = useFormat();
  const rows: [string, string | null][] = [
    [card.rows.email, customer.email],
    [card.rows.phone, customer.phone_number],
    [card.rows.language, customer.language],
    [card.rows.optedIn, customer.opted_in ? words.yes : words.no],
    [card.rows.created, format.time(customer.created_at)],
    [card.rows.updated, format.time(customer.updated_at)],
  ];
  return (
    <Stack gap="lg">
      <Paper component="section" aria-label={card.profile} p="lg">
        <Title order={2} fz="md" mb="sm">
          {card.profile}
        </Title>
        <Stack gap={10}>
          {rows
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
              </div>
            ))}
        </Stack>
      </Paper>
      <Paper component="section" aria-label={card.tags} p="lg">
        <Title order={2} fz="md" mb="sm">
          {card.tags}
        </Title>
        <Group gap={6}>
          {customer.tags.length === 0 && (
            <Text size="sm" c="dimmed">
              {card.noTags}
            </Text>
          )}
          {customer.tags.map((tag) => (
            <Badge key={tag.id} variant="light" tt="none" size="lg" fw={550} title={card.addedAt(format.time(tag.added_at))}>
              {tag.name}
            </Badge>
          ))}
        </Group>
      </Paper>
      <Consent account={account} customer={customer} />
    </Stack>
  );
}

const channels: MessageType[] = ['email', 'text_message'];

/** What the customer does by the link in a newsletter; Rule then tells whoever listens to its webhooks. */
function Consent({ account, customer }: Props) {
  const { card: texts } = useTexts();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ type, isOut }: { type: MessageType; isOut: boolean }) =>
      isOut ? ruleApi.unsuppress(account, customer.id, type) : ruleApi.suppress(account, customer.id, type),
    onSuccess: (card) => {
      queries.setQueryData(['subscriber', account, customer.id], card);
    },
    onError: (error) => {
      toastFailed(texts.notChanged, error);
    },
  });
  return (
    <Paper component="section" aria-label={texts.consent} p="lg">
      <Title order={2} fz="md" mb="sm">
        {texts.consent}
      </Title>
      <Stack gap="xs">
        {channels.map((type) => {
          const label = texts.channels[type];
          const isOut = customer.suppressed.some((entry) => entry.message_type === type);
          return (
            <Group key={type} justify="space-between">
              <Text size="sm">
                {label}{' '}
                {isOut && (
                  <Badge size="sm" color="red" variant="light">
                    {texts.optedOut}
                  </Badge>
                )}
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={isOut ? texts.optInTo(label) : texts.optOutOf(label)}
                disabled={change.isPending}
                onClick={() => {
                  change.mutate({ type, isOut });
                }}
              >
                {isOut ? texts.optIn : texts.optOut}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
