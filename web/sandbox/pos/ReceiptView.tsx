import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlert, IconCircleCheck } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { formatMoney } from '../../components/money';
import { GivenBack } from './GivenBack';
import { PaperReceipt } from './PaperReceipt';
import type { Copy, Done } from './types';
import classes from './receipt.module.css';

interface Props {
  done: Done;
  onNewSale: () => void;
}

export function ReceiptView({ done: { sold, checks, before }, onNewSale }: Props) {
  const { receipt, copy } = sold;
  return (
    <div className={classes.receiptPage}>
      <div className={classes.paperShadow}>
        <PaperReceipt receipt={receipt} checks={checks} />
      </div>
      <Stack className={classes.receiptSide} gap="md" pt="md">
        <div>
          <Title order={2} fz={24}>
            {receipt.type === 'return' ? 'Refunded' : 'Paid'}
          </Title>
          <Text c="dimmed">
            {formatMoney(receipt.total, receipt.currency)}
            {receipt.customer ? ` · ${receipt.customer}` : ''}
          </Text>
        </div>
        <CopyNote copy={copy} hasCustomer={receipt.customer !== '' || receipt.membernumber !== ''} />
        <Button size="lg" autoFocus rightSection={<Kbd>F9</Kbd>} aria-keyshortcuts="F9" onClick={onNewSale}>
          New sale
        </Button>
        {receipt.type === 'return' && before && <GivenBack before={before} currency={receipt.currency} />}
      </Stack>
    </div>
  );
}

function CopyNote({ copy, hasCustomer }: { copy: Copy; hasCustomer: boolean }) {
  if (copy.sent) {
    return (
      <Alert role="status" color="bridge" icon={<IconCircleCheck size={20} />} title="Copy sent to the CRM">
        {hasCustomer ? 'It is on its way to the customer’s card.' : 'It belongs to no customer.'}
      </Alert>
    );
  }
  if (copy.event) {
    return (
      <Alert role="status" color="bridge" icon={<IconCircleCheck size={20} />} title="Sitoo tells the CRM by an event">
        It fetches the order from Sitoo as soon as the event has come.
      </Alert>
    );
  }
  return (
    <Alert role="status" color="orange" icon={<IconAlert size={20} />} title="The CRM does not have the copy yet">
      {copy.message || `It answered ${String(copy.status)}.`} The receipt is valid; the till sends the copy again later.
    </Alert>
  );
}
