import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '../../components/dates';
import { toastFailed } from '../../components/toast';
import { ruleApi, type MessageType, type Subscriber } from './rule_api';

interface Props {
  account: number;
  customer: Subscriber;
}

export function CustomerSide({ account, customer }: Props) {
  const rows: [string, string | null][] = [
    ['E-mail', customer.email],
    ['Phone', customer.phone_number],
    ['Language', customer.language],
    ['Opted in', customer.opted_in ? 'Yes' : 'No'],
    ['Created', formatDateTime(customer.created_at)],
    ['Updated', formatDateTime(customer.updated_at)],
  ];
  return (
    <Stack gap="lg">
      <Paper component="section" aria-label="Profile" p="lg">
        <Title order={2} fz="md" mb="sm">
          Profile
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
      <Paper component="section" aria-label="Tags" p="lg">
        <Title order={2} fz="md" mb="sm">
          Tags
        </Title>
        <Group gap={6}>
          {customer.tags.length === 0 && (
            <Text size="sm" c="dimmed">
              No tags
            </Text>
          )}
          {customer.tags.map((tag) => (
            <Badge key={tag.id} variant="light" tt="none" size="lg" fw={550} title={`Added ${formatDateTime(tag.added_at)}`}>
              {tag.name}
            </Badge>
          ))}
        </Group>
      </Paper>
      <Consent account={account} customer={customer} />
    </Stack>
  );
}

const channels: { type: MessageType; label: string }[] = [
  { type: 'email', label: 'E-mail' },
  { type: 'text_message', label: 'SMS' },
];

/** What the customer does by the link in a newsletter; Rule then tells whoever listens to its webhooks. */
function Consent({ account, customer }: Props) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ type, isOut }: { type: MessageType; isOut: boolean }) =>
      isOut ? ruleApi.unsuppress(account, customer.id, type) : ruleApi.suppress(account, customer.id, type),
    onSuccess: (card) => {
      queries.setQueryData(['subscriber', account, customer.id], card);
    },
    onError: (error) => {
      toastFailed('Nothing was changed', error);
    },
  });
  return (
    <Paper component="section" aria-label="Messages" p="lg">
      <Title order={2} fz="md" mb="sm">
        Messages
      </Title>
      <Stack gap="xs">
        {channels.map(({ type, label }) => {
          const isOut = customer.suppressed.some((entry) => entry.message_type === type);
          return (
            <Group key={type} justify="space-between">
              <Text size="sm">
                {label}{' '}
                {isOut && (
                  <Badge size="sm" color="red" variant="light">
                    Opted out
                  </Badge>
                )}
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${isOut ? 'Opt in to' : 'Opt out of'} ${label}`}
                disabled={change.isPending}
                onClick={() => {
                  change.mutate({ type, isOut });
                }}
              >
                {isOut ? 'Opt in' : 'Opt out'}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
