import { Badge, Center, Group, Loader, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { useFormat } from '../../components/format';
import { IconReceipt, IconWifiOff } from '../../components/icons';
import { useTexts } from '../language';
import { posApi } from './pos_api';
import { RefundForm } from './RefundForm';
import type { Done, Receipt } from './types';
import classes from './receipt.module.css';

/** Latest sales on the left, the one that comes back on the right. Arrows walk the list. */
export function RefundView({ online, onRefunded }: { online: boolean; onRefunded: (done: Done) => void }) {
  const { receipt: texts } = useTexts();
  if (online) return <Refunds onRefunded={onRefunded} />;
  return (
    <div className={classes.detail}>
      <EmptyState icon={<IconWifiOff size={22} />} title={texts.offline}>
        {texts.offlineText}
      </EmptyState>
    </div>
  );
}

function Refunds({ onRefunded }: { onRefunded: (done: Done) => void }) {
  const { receipt: texts } = useTexts();
  const sales = useQuery({ queryKey: ['sales'], queryFn: posApi.sales, staleTime: 0 });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const items = sales.data ?? [];
  const chosen = items.find((sale) => sale.orderid === chosenId);
  return (
    <div className={classes.refund}>
      <nav className={classes.sales} aria-label={texts.sales} onKeyDown={walk}>
        <Text fw={650} px={12} pb={6}>
          {texts.sales}
        </Text>
        {sales.isPending && (
          <Center py="xl">
            <Loader aria-label={texts.loadingSales} />
          </Center>
        )}
        {sales.isError && <ErrorNote title={texts.salesFailed} error={sales.error} onRetry={() => void sales.refetch()} />}
        {sales.data?.length === 0 && (
          <EmptyState icon={<IconReceipt size={22} />} title={texts.noSales}>
            {texts.noSalesText}
          </EmptyState>
        )}
        {items.map((sale, index) => (
          <SaleRow
            key={sale.orderid}
            sale={sale}
            focusFirst={index === 0}
            isChosen={sale === chosen}
            onChoose={() => {
              setChosenId(sale.orderid);
            }}
          />
        ))}
      </nav>
      <section className={classes.detail} aria-label={texts.form}>
        {chosen ? (
          <RefundForm key={chosen.orderid} sale={chosen} onRefunded={onRefunded} />
        ) : (
          <EmptyState icon={<IconReceipt size={22} />} title={texts.choose}>
            {texts.chooseText}
          </EmptyState>
        )}
      </section>
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
}

interface RowProps {
  sale: Receipt;
  focusFirst: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function SaleRow({ sale, focusFirst, isChosen, onChoose }: RowProps) {
  const { receipt: texts } = useTexts();
  const format = useFormat();
  return (
    <UnstyledButton
      className={classes.saleRow}
      autoFocus={focusFirst}
      aria-current={isChosen}
      onClick={onChoose}
    >
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {sale.type === 'sale' && <VisuallyHidden>{texts.sale} </VisuallyHidden>}
            {sale.receiptid} {sale.type === 'return' && <Badge size="xs" color="orange" variant="light">{texts.return}</Badge>}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[format.time(sale.orderdate), sale.customer].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {format.money(sale.total, sale.currency)}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
