import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../components/format';
import { IconTag } from '../../components/icons';
import { useTexts } from '../language';
import { ListState } from './ListState';
import { RouteLink } from './RouteLink';
import { countedMax, countTags, type TagCount } from './tag_counts';
import { ViewHead } from './ViewHead';
import classes from './rule.module.css';

const refreshEvery_ms = 10_000;

export function TagsView({ account }: { account: number }) {
  const { rule } = useTexts();
  const format = useFormat();
  const tags = useQuery({ queryKey: ['tags', account], queryFn: () => countTags(account), refetchInterval: refreshEvery_ms });
  const { tagColumns: columns } = rule;
  return (
    <Stack gap="lg">
      <ViewHead title={rule.views.tags} text={rule.tagsText(format.count(countedMax))} />
      <ListState query={tags} failed={rule.tagsFailed} empty={{ icon: <IconTag size={22} />, title: rule.noTags, text: rule.noTagsText }}>
        {(items) => (
          <Table.ScrollContainer minWidth={480} type="native" classNames={{ scrollContainerInner: classes.stack }} tabIndex={0} role="group" aria-label={rule.views.tags}>
            <Table aria-label={rule.views.tags} verticalSpacing={10} horizontalSpacing="lg">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{columns.tag}</Table.Th>
                  <Table.Th ta="right">{columns.count}</Table.Th>
                  <Table.Th>{columns.latest}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <TagRow key={item.tag} account={account} item={item} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ListState>
    </Stack>
  );
}

function TagRow({ account, item: { tag, count, customers } }: { account: number; item: TagCount }) {
  const { rule, card } = useTexts();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <Badge variant="light" tt="none" size="lg" fw={550}>
          {tag}
        </Badge>
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.count(count)}
      </Table.Td>
      <Table.Td>
        <Group gap="4px 12px">
          {customers.map(({ id, email, phone_number }) => (
            <RouteLink key={id} to={{ view: 'customer', account, id }} size="sm">
              {email ?? phone_number ?? card.unnamed(id)}
            </RouteLink>
          ))}
          {count > customers.length && (
            <Text size="sm" c="dimmed">
              {rule.andMore(format.count(count - customers.length))}
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
