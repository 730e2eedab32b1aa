import { useEffect, useEffectEvent, useState } from 'react';
import { messageOf } from '../../../components/api';
import { sendLate } from './send_late';

const tryEvery_ms = 5_000;

export interface Sending {
  isBusy: boolean;
  /** Why the last attempt stopped. */
  failure: string | null;
}

/** Sends late sales while the till is online and something waits; after a failure again and again. */
export function useSending(online: boolean, waiting: number, onSent: () => void, onAllSent: (count: number) => void): Sending {
  const [sending, setSending] = useState<Sending>({ isBusy: false, failure: null });
  const sent = useEffectEvent(onSent);
  const allSent = useEffectEvent(onAllSent);
  const isDue = online && waiting > 0;
  useEffect(() => {
    if (!isDue) return undefined;
    let timer: number | undefined;
    let isOver = false;
    let count = 0;
    const countOne = () => {
      count += 1;
      sent();
    };
    const attempt = async () => {
      setSending({ isBusy: true, failure: null });
      const failure = await sendLate(countOne).then(() => null, messageOf);
      setSending({ isBusy: false, failure });
      if (failure === null && count > 0) allSent(count);
      if (failure !== null && !isOver) timer = window.setTimeout(() => void attempt(), tryEvery_ms);
    };
    void attempt();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [isDue]);
  return sending;
}
