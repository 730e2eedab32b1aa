import { ActionIcon, Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { useFormat } from '../../../components/format';
import { IconAlert, IconClock, IconTrash } from '../../../components/icons';
import { useWords } from '../../../components/words';
import { useTexts } from '../../language';
import classes from '../pos.module.css';
import { forgetSale, refuseSale, type LateSale } from './late_sales';
import { useOnline } from './line';
import type { Sending } from './use_sending';

/** What waits on this till, and why; nothing at all while the till is online and everything is sent. */
export function OfflineBanner({ sales, sending }: { sales: LateSale[]; sending: Sending }) {
  const { pay } = useTexts();
  const online = useOnline();
  const waiting = sales.filter((sale) => sale.refusal === null).length;
  const refused = sales.filter((sale) => sale.refusal !== null);
  return (
    <>
      <div role="status" aria-label={pay.offline}>
        {(!online || waiting > 0) && (
          <div className={classes.banner}>
            <IconClock size={20} aria-hidden="true" />
            {!online && (
              <Text size="sm">
                <b>{pay.nowOffline}.</b> {pay.nowOfflineText}
              </Text>
            )}
            {waiting > 0 && (
              <Text size="sm" fw={650} className={classes.waiting}>
                {pay.waiting(waiting)}
              </Text>
            )}
            {online && <SendingText sending={sending} />}
          </div>
        )}
      </div>
      {refused.map((sale) => (
        <RefusedSale key={sale.id} sale={sale} />
      ))}
    </>
  );
}

function SendingText({ sending }: { sending: Sending }) {
  const { pay } = useTexts();
  const { translate } = useWords();
  return <Text size="sm">{sending.failure === null ? pay.sending : pay.sendsLater(translate(sending.failure))}</Text>;
}

/** A sale that Sitoo did not take is money in the drawer: it stays until a person decides. */
function RefusedSale({ sale }: { sale: LateSale }) {
  const { pay, receipt, words } = useTexts();
  const { translate } = useWords();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const name = pay.late(receipt.offlineNumber(sale.number), format.time(sale.soldAt));
  return (
    <Alert role="alert" color="red" radius={0} py={8} icon={<IconAlert size={18} />}>
      <Group justify="space-between" gap="sm">
        <span>{pay.refused(name, translate(sale.refusal ?? ''))}</span>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              refuseSale(sale, null);
            }}
          >
            {words.retry}
          </Button>
          <ActionIcon
            variant="default"
            aria-label={pay.dropNamed(receipt.offlineNumber(sale.number))}
            onClick={() => {
              setAsking(true);
            }}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={pay.dropAsk}
        confirm={pay.drop}
        pending={false}
        onConfirm={() => {
          forgetSale(sale);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {pay.dropText(name)}
      </ConfirmDialog>
    </Alert>
  );
}
