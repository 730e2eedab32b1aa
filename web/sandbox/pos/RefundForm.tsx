import { Alert, Button, Checkbox, Group, NumberInput, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { formatDateTime } from '../../components/dates';
import { ErrorNote } from '../../components/ErrorNote';
import { formatMinor, formatMoney } from '../../components/money';
import { posApi } from './pos_api';
import { refundMinor, refundOf, type Returned } from './refund';
import type { Receipt, ReceiptLine, Sold } from './types';

interface Props {
  sale: Receipt;
  onRefunded: (sold: Sold) => void;
}

export function RefundForm({ sale, onRefunded }: Props) {
  const [returned, setReturned] = useState<Returned>({});
  const refund = useMutation({ mutationFn: () => posApi.refund(refundOf(sale, returned)), onSuccess: onRefunded });
  if (sale.type === 'return') {
    return <Alert color="gray">Receipt {sale.receiptid} is a return already. Choose the sale it belongs to.</Alert>;
  }
  const amountMinor = refundMinor(sale, returned);
  const isEmpty = refundOf(sale, returned).items.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!refund.isPending) refund.mutate();
  };
  return (
    <form aria-label="Refund" onSubmit={submit}>
      <Stack maw={640} mx="auto">
        <div>
          <Title order={2} fz={20}>
            Refund of receipt {sale.receiptid}
          </Title>
          <Text size="sm" c="dimmed">
            {[formatDateTime(sale.orderdate), sale.store, sale.customer].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Paper>
          <Table verticalSpacing="sm" horizontalSpacing="md">
            <Table.Tbody>
              {sale.lines.map((line, index) => (
                <LineRow
                  key={line.sku}
                  line={line}
                  focusFirst={index === 0}
                  quantity={returned[line.sku] ?? 0}
                  onQuantity={(quantity) => {
                    setReturned({ ...returned, [line.sku]: quantity });
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
        {refund.isError && <ErrorNote title="Not refunded" error={refund.error} />}
        <Group justify="flex-end">
          <Button type="submit" size="md" color="orange.9" disabled={isEmpty} loading={refund.isPending}>
            Refund {formatMinor(amountMinor)} {sale.currency}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface LineProps {
  line: ReceiptLine;
  focusFirst: boolean;
  quantity: number;
  onQuantity: (quantity: number) => void;
}

function LineRow({ line, focusFirst, quantity, onQuantity }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          autoFocus={focusFirst}
          label={line.name}
          description={`${String(line.quantity)} sold · ${line.sku}`}
          checked={quantity > 0}
          onChange={(event) => {
            onQuantity(event.currentTarget.checked ? line.quantity : 0);
          }}
        />
      </Table.Td>
      <Table.Td w={90}>
        <NumberInput
          aria-label={`Return quantity of ${line.name}`}
          size="xs"
          min={0}
          max={line.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          value={quantity}
          onChange={(value) => {
            onQuantity(typeof value === 'number' ? value : 0);
          }}
        />
      </Table.Td>
      <Table.Td w={110} ta="right" className="figures">
        {formatMoney(line.total)}
      </Table.Td>
    </Table.Tr>
  );
}
