import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language';
import { spentChecks, type Basket } from './basket';
import { offlineReceipt, sellOffline } from './offline/offline_sale';
import { isOnline } from './offline/line';
import type { Part } from './parts';
import { ChecksRefused, sell } from './sell';
import { rememberChecks } from './sold_checks';
import type { Done, Setup } from './types';

export interface LastPart {
  parts: Part[];
  changeMinor: number;
}

/** Makes the sale when the last part is paid: at Sitoo, or on the till alone while that is offline. */
export function usePaying(basket: Basket, setup: Setup, onSold: (done: Done) => void, onRefused: (refused: ChecksRefused) => void) {
  const texts = useTexts();
  const sellHere = ({ parts, changeMinor }: LastPart): Done => {
    const sale = sellOffline(basket, parts, setup, new Date());
    const receipt = offlineReceipt(sale, basket, parts, setup, texts.receipt.offlineNumber(sale.number));
    return { sold: { receipt, copy: { sent: false, status: 0, message: '' } }, isKept: true, changeMinor, checks: [], before: null };
  };
  const sellThere = async ({ parts, changeMinor }: LastPart): Promise<Done> => {
    const sold = await sell(basket, parts);
    const checks = spentChecks(basket);
    rememberChecks(sold.receipt.orderid, checks.map(({ check }) => check.bonuscheckid));
    return { sold, changeMinor, checks, before: null };
  };
  return useMutation({
    // The till decides by itself whether it is offline; the library would otherwise wait for the browser to be online.
    networkMode: 'always',
    mutationFn: (last: LastPart) => (isOnline() ? sellThere(last) : Promise.resolve(last).then(sellHere)),
    onSuccess: onSold,
    onError: (error) => {
      if (error instanceof ChecksRefused) onRefused(error);
    },
  });
}
