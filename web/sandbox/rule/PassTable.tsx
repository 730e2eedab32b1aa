import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import { RouteLink } from './RouteLink';
import type { Pass, PassMessage } from './rule_api';
import classes from './rule.module.css';

interface Props {
  account: number;
  passes: Pass[];
  /** On a customer's own card they are all the same person's. */
  withCustomer: boolean;
}

const colors: Record<string, string> = { sent: 'bridge', completed: 'bridge', queued: 'yellow' };

/** Each time that a tag started an automation, and what came of it. */
export function PassTable({ account, passes, withCustomer }: Props) {
  const { card, rule } = useTexts();
  const { passColumns: columns } = rule;
  return (
    <Table.ScrollContainer minWidth={withCustomer ? 680 : 480} type="native" classNames={{ scrollContainerInner: classes.stack }} tabIndex={0} role="group" aria-label={card.automations}>
      <Table aria-label={card.automations} verticalSpacing={10} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.tag}</Table.Th>
            {withCustomer && <Table.Th>{columns.customer}</Table.Th>}
            <Table.Th>{columns.mode}</Table.Th>
            <Table.Th>{columns.at}</Table.Th>
            <Table.Th>{columns.messages}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {passes.map((pass) => (
            <PassRow key={pass.id} account={account} pass={pass} withCustomer={withCustomer} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PassRow({ account, pass, withCustomer }: { account: number; pass: Pass; withCustomer: boolean }) {
  const { card } = useTexts();
  const format = useFormat();
  return (
    <Table.Tr className={classes.pass}>
      <Table.Td fw={500} className={classes.whole}>{pass.tag}</Table.Td>
      {withCustomer && (
        <Table.Td className={classes.whole}>
          <RouteLink to={{ view: 'customer', account, id: pass.subscriber_id }} size="sm">
            {pass.email ?? pass.phone_number ?? card.unnamed(pass.subscriber_id)}
          </RouteLink>
        </Table.Td>
      )}
      <Table.Td>{card.modes[pass.mode] ?? pass.mode}</Table.Td>
      <Table.Td c="dimmed" className={`figures ${classes.whole ?? ''}`}>
        {format.time(pass.at)}
      </Table.Td>
      <Table.Td>
        <Stack gap={6}>
          {pass.messages.map((message, index) => (
            <PassMessageLine key={index} message={message} />
          ))}
          {pass.messages.length === 0 && <NoMessage state={pass.state} />}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

/** Many tags have nobody who waits for them; that is no fault. */
function NoMessage({ state }: { state: string }) {
  const { rule } = useTexts();
  if (state === 'queued') return <State state={state} />;
  return (
    <Text size="sm" c="dimmed">
      {rule.noMessagesInPass}
    </Text>
  );
}

function PassMessageLine({ message }: { message: PassMessage }) {
  const { rule } = useTexts();
  const format = useFormat();
  const at = format.time(message.due_at);
  const texts: Record<string, string> = { sent: at, queued: rule.dueAt(at) };
  return (
    <Group gap="xs">
      <State state={message.state} />
      <Text size="sm" className="figures">
        {texts[message.state] ?? message.reason}
      </Text>
    </Group>
  );
}

function State({ state }: { state: string }) {
  const { card } = useTexts();
  return (
    <Badge variant="light" tt="none" miw="max-content" color={colors[state] ?? 'gray'}>
      {card.states[state] ?? state}
    </Badge>
  );
}
