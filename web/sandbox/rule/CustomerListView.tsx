import { Badge, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../../components/format';
import { IconSearch, IconUsers } from '../../components/icons';
import { useTexts } from '../language';
import { navigate, type Route } from './route';
import { Pager } from './Pager';
import { RouteLink } from './RouteLink';
import { perPage, refreshEvery_ms, ruleApi, type SubscriberRow } from './rule_api';
import { StatusBadge } from './StatusBadge';
import classes from './rule.module.css';

export function CustomerListView({ account }: { account: number }) {
  const { rule, words } = useTexts();
  const format = useFormat();
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
            {rule.views.customers}
          </Title>
          <Text c="dimmed" role="status">
            {list.data ? rule.customersCount(format.count(total), total === 1) : words.loading}
          </Text>
        </div>
        <TextInput
          type="search"
          w={{ base: '100%', xs: 300 }}
          aria-label={rule.searchCustomers}
          placeholder={rule.searchHint}
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPage(1);
          }}
        />
      </Group>
      {list.isError && <ErrorNote title={rule.customersFailed} error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Paper style={{ overflow: 'hidden' }}>
          {list.data.items.length === 0 ? (
            <EmptyState icon={<IconUsers size={22} />} title={query ? rule.nobodyMatches : rule.noCustomers}>
              {query ? rule.nobodyMatchesText : rule.noCustomersText}
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={720} type="native" classNames={{ scrollContainerInner: classes.stack }} tabIndex={0} role="group" aria-label={rule.views.customers}>
              <CustomerTable account={account} items={list.data.items} />
            </Table.ScrollContainer>
          )}
        </Paper>
      )}
      {pages > 1 && <Pager page={page} pages={pages} onPage={setPage} />}
    </Stack>
  );
}

function CustomerTable({ account, items }: { account: number; items: SubscriberRow[] }) {
  const { rule } = useTexts();
  return (
    <Table aria-label={rule.views.customers} verticalSpacing="sm" horizontalSpacing="lg" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{rule.columns.customer}</Table.Th>
          <Table.Th>{rule.columns.phone}</Table.Th>
          <Table.Th>{rule.columns.status}</Table.Th>
          <Table.Th>{rule.columns.tags}</Table.Th>
          <Table.Th>{rule.columns.updated}</Table.Th>
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
  const { card } = useTexts();
  const format = useFormat();
  return (
    <Table.Tr
      style={{ cursor: 'pointer' }}
      onClick={(event) => {
        if (!event.defaultPrevented) navigate(to);
      }}
    >
      <Table.Td>
        <RouteLink to={to} fw={550} size="sm">
          {item.email ?? item.phone_number ?? card.unnamed(item.id)}
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
      <Table.Td c="dimmed">{format.time(item.updated_at)}</Table.Td>
    </Table.Tr>
  );
}
