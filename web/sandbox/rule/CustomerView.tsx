import { Avatar, Center, Grid, Group, Loader, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { AutomationLedger } from './AutomationLedger';
import { CustomerSide } from './CustomerSide';
import { GroupCard } from './GroupCard';
import { LetterList } from './LetterList';
import { RouteLink } from './RouteLink';
import { refreshEvery_ms, ruleApi } from './rule_api';
import { StatusBadge } from './StatusBadge';

/** The customer card: everything Rule knows about one person, as it comes in. */
export function CustomerView({ account, id }: { account: number; id: number }) {
  const { card: texts, rule } = useTexts();
  const card = useQuery({
    queryKey: ['subscriber', account, id],
    queryFn: () => ruleApi.subscriber(account, id),
    refetchInterval: refreshEvery_ms,
  });
  const back = (
    <RouteLink to={{ view: 'customers', account }} size="sm">
      ← {rule.views.customers}
    </RouteLink>
  );
  if (!card.data) {
    return (
      <Stack>
        {back}
        {card.isError ? (
          <ErrorNote title={texts.failed} error={card.error} onRetry={() => void card.refetch()} />
        ) : (
          <Center py={80}>
            <Loader aria-label={texts.loading} />
          </Center>
        )}
      </Stack>
    );
  }
  const customer = card.data;
  const name = customer.email ?? customer.phone_number ?? texts.unnamed(customer.id);
  return (
    <Stack gap="lg" role="region" aria-label={texts.name}>
      {back}
      <Group>
        <Avatar color="bridge" size={48} radius="xl">
          {name.slice(0, 1).toUpperCase()}
        </Avatar>
        <Title order={1} fz={24} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Title>
        <StatusBadge status={customer.status} />
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4, lg: 3 }}>
          <CustomerSide account={account} customer={customer} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8, lg: 9 }}>
          <Stack gap="lg">
            {customer.groups.length === 0 && (
              <Paper p="lg" c="dimmed">
                {texts.noGroups}
              </Paper>
            )}
            {customer.groups.map((group) => (
              <GroupCard key={group.id} account={account} subscriber={id} group={group} />
            ))}
            <AutomationLedger account={account} customer={customer} />
            <LetterList account={account} customer={customer} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
