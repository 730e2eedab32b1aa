import { Badge, Group, Pagination, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../components/dates';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch, IconUsers } from '../../components/icons';
import { navigate, type Route } from './route';
import { RouteLink } from './RouteLink';
import { perPage, refreshEvery_ms, ruleApi, type SubscriberRow } from './rule_api';
import { StatusBadge } from './StatusBadge';

export function CustomerListView({ account }: { account: number }) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const [query] = useDebouncedValue(typed.trim(), 200);
  const list = useQuery({
    queryKey: ['subscribers', account, query, page],
    queryFn: () => ruleApi.subscribers(account, query, page),
    refetchInterval: refreshEvery_ms,
    placeholderData: keepPreviousData,
  });
  const total = list.data?.total ?? 0;
  const pages = Math.ceil(total / perPage);

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} fz={26}>
            Customers
          </Title>
          <Text c="dimmed" role="status">
            {list.data ? `${String(total)} ${total === 1 ? 'customer' : 'customers'}` : 'Loading'}
          </Text>
        </div>
        <TextInput
          type="search"
          w={{ base: '100%', xs: 300 }}
          aria-label="Search customers"
          placeholder="E-mail, phone or name"
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPage(1);
          }}
        />
      </Group>
      {list.isError && <ErrorNote title="No customers" error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Paper style={{ overflow: 'hidden' }}>
          {list.data.items.length === 0 ? (
            <EmptyState icon={<IconUsers size={22} />} title={query ? 'Nobody matches' : 'No customers yet'}>
              {query ? 'Try a part of the e-mail address or phone number.' : 'Whoever is registered at a till appears here by itself.'}
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={720} type="native">
              <CustomerTable account={account} items={list.data.items} />
            </Table.ScrollContainer>
          )}
        </Paper>
      )}
      {pages > 1 && <Pagination value={page} total={pages} onChange={setPage} />}
    </Stack>
  );
}

function CustomerTable({ account, items }: { account: number; items: SubscriberRow[] }) {
  return (
    <Table aria-label="Customers" verticalSpacing="sm" horizontalSpacing="lg" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Customer</Table.Th>
          <Table.Th>Phone</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th>Tags</Table.Th>
          <Table.Th>Updated</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <CustomerRow key={item.id} item={item} to={{ view: 'customer', account, id: item.id }} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CustomerRow({ item, to }: { item: SubscriberRow; to: Route }) {
  return (
    <Table.Tr
      style={{ cursor: 'pointer' }}
      onClick={(event) => {
        if (!event.defaultPrevented) navigate(to);
      }}
    >
      <Table.Td>
        <RouteLink to={to} fw={550} size="sm">
          {item.email ?? item.phone_number ?? `Customer ${String(item.id)}`}
        </RouteLink>
      </Table.Td>
      <Table.Td className="figures">{item.phone_number}</Table.Td>
      <Table.Td>
        <StatusBadge status={item.status} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {item.tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none" fw={500}>
              {tag}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td c="dimmed">{formatDateTime(item.updated_at)}</Table.Td>
    </Table.Tr>
  );
}
