import { Alert, Button, Checkbox, Group, NumberInput, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../../components/format';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { cardOf } from './given_back';
import { posApi } from './pos_api';
import { refundMinor, refundOf, refusedItem, soldItems, type Returned, type SoldItem } from './refund';
import { rememberedChecks } from './sold_checks';
import type { Done, Receipt } from './types';
import classes from './receipt.module.css';

interface Props {
  sale: Receipt;
  onRefunded: (done: Done) => void;
}

export function RefundForm({ sale, onRefunded }: Props) {
  const { receipt: texts } = useTexts();
  const { translate } = useWords();
  const format = useFormat();
  const [returned, setReturned] = useState<Returned>({});
  // Looked up beside the cashier's choice: a CRM that is slow or down must not hold up the return.
  const card = useQuery({ queryKey: ['card of', sale.orderid], queryFn: () => cardOf(sale), staleTime: 0, gcTime: 0 });
  const refund = useMutation({
    mutationFn: posApi.refund,
    onSuccess: (sold) => {
      const before = card.data ? { card: card.data, soldWith: rememberedChecks(sale.orderid) } : null;
      onRefunded({ sold, checks: [], before });
    },
  });
  if (sale.type === 'return') {
    return <Alert color="gray">{texts.isReturn(sale.receiptid)}</Alert>;
  }
  const amountMinor = refundMinor(sale, returned);
  const refused = refusedItem(refund.error, refund.variables);
  const isEmpty = refundOf(sale, returned).items.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!refund.isPending) refund.mutate(refundOf(sale, returned));
  };
  return (
    <form aria-label={texts.form} onSubmit={submit}>
      <Stack maw={640} mx="auto">
        <div>
          <Title order={2} fz={20}>
            {texts.refundOf(sale.receiptid)}
          </Title>
          <Text size="sm" c="dimmed">
            {[format.time(sale.orderdate), sale.store, sale.customer].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Paper>
          <Table verticalSpacing="sm" horizontalSpacing="md">
            <Table.Tbody>
              {soldItems(sale).map((item, index) => (
                <ItemRow
                  key={item.sku}
                  item={item}
                  focusFirst={index === 0}
                  quantity={returned[item.sku] ?? 0}
                  error={refused?.sku === item.sku ? translate(refused.message) : undefined}
                  onQuantity={(quantity) => {
                    setReturned({ ...returned, [item.sku]: quantity });
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
        {refund.isError && !refused && <ErrorNote title={texts.notRefunded} error={refund.error} />}
        <Group justify="flex-end">
          <Button type="submit" size="md" color="orange.9" disabled={isEmpty} loading={refund.isPending}>
            {texts.refund(`${format.minor(amountMinor)} ${sale.currency}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ItemProps {
  item: SoldItem;
  focusFirst: boolean;
  quantity: number;
  error: string | undefined;
  onQuantity: (quantity: number) => void;
}

function ItemRow({ item, focusFirst, quantity, error, onQuantity }: ItemProps) {
  const { receipt: texts } = useTexts();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          autoFocus={focusFirst}
          label={item.name}
          description={texts.sold(item.quantity, item.sku)}
          checked={quantity > 0}
          onChange={(event) => {
            onQuantity(event.currentTarget.checked ? item.quantity : 0);
          }}
        />
      </Table.Td>
      <Table.Td className={classes.returned}>
        <NumberInput
          aria-label={texts.returnQuantity(item.name)}
          size="xs"
          min={0}
          max={item.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          value={quantity}
          error={error}
          onChange={(value) => {
            onQuantity(typeof value === 'number' ? value : 0);
          }}
        />
      </Table.Td>
      <Table.Td ta="right" className={`figures ${classes.paid ?? ''}`}>
        {format.minor(item.paidMinor)}
      </Table.Td>
    </Table.Tr>
  );
}
