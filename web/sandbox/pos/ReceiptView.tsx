import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '../../components/format';
import { IconAlert, IconCircleCheck, IconClock } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { GivenBack } from './GivenBack';
import { useLateSales } from './offline/late_sales';
import { PaperReceipt } from './PaperReceipt';
import type { Copy, Done } from './types';
import classes from './receipt.module.css';

interface Props {
  done: Done;
  onNewSale: () => void;
}

export function ReceiptView({ done: { sold, isKept = false, changeMinor = 0, checks, before }, onNewSale }: Props) {
  const { receipt: texts, till, pay } = useTexts();
  const format = useFormat();
  const { receipt, copy } = sold;
  return (
    <div className={classes.receiptPage}>
      <div className={classes.paperShadow}>
        <PaperReceipt receipt={receipt} checks={checks} />
      </div>
      <Stack className={classes.receiptSide} gap="md" pt="md">
        <div>
          <Title order={2} fz={24}>
            {receipt.type === 'return' ? texts.refunded : texts.paid}
          </Title>
          <Text c="dimmed">
            {format.money(receipt.total, receipt.currency)}
            {receipt.customer ? ` · ${receipt.customer}` : ''}
          </Text>
        </div>
        {changeMinor > 0 && (
          <div>
            <Text c="dimmed">{pay.change}</Text>
            <Text fz={30} fw={700} lh={1.2} className="figures">
              {format.minor(changeMinor)} {receipt.currency}
            </Text>
          </div>
        )}
        {isKept ? <KeptNote saleId={receipt.orderid} /> : <CopyNote copy={copy} hasCustomer={receipt.customer !== '' || receipt.membernumber !== ''} />}
        <Button size="lg" autoFocus rightSection={<Kbd>F9</Kbd>} aria-keyshortcuts="F9" onClick={onNewSale}>
          {till.newSale}
        </Button>
        {receipt.type === 'return' && before && <GivenBack before={before} currency={receipt.currency} />}
      </Stack>
    </div>
  );
}

function KeptNote({ saleId }: { saleId: string }) {
  const { receipt: texts, pay } = useTexts();
  const isWaiting = useLateSales().some(({ id }) => id === saleId);
  if (!isWaiting) {
    return <Alert role="status" color="bridge" icon={<IconCircleCheck size={20} />} title={pay.allSent(1)} />;
  }
  return (
    <Alert role="status" color="orange" icon={<IconClock size={20} />} title={texts.kept}>
      {texts.keptText}
    </Alert>
  );
}

function CopyNote({ copy, hasCustomer }: { copy: Copy; hasCustomer: boolean }) {
  const { receipt: texts } = useTexts();
  const { translate } = useWords();
  if (copy.sent) {
    return (
      <Alert role="status" color="bridge" icon={<IconCircleCheck size={20} />} title={texts.copySent}>
        {hasCustomer ? texts.copyOnItsWay : texts.copyOfNobody}
      </Alert>
    );
  }
  if (copy.event) {
    return (
      <Alert role="status" color="bridge" icon={<IconCircleCheck size={20} />} title={texts.event}>
        {texts.eventText}
      </Alert>
    );
  }
  return (
    <Alert role="status" color="orange" icon={<IconAlert size={20} />} title={texts.copyMissing}>
      {translate(copy.message) || texts.answered(copy.status)} {texts.copyLater}
    </Alert>
  );
}
