import { ApiError, messageOf } from '../../../components/api';
import { posApi } from '../pos_api';
import { isOnline } from './line';
import { forgetSale, lateSales, refuseSale, type LateSale } from './late_sales';

/** 4xx will be the same next time; everything else may pass, and the sale keeps its place in the row. */
const isRefused = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;

const nextOf = (sales: LateSale[]) => sales.find((sale) => sale.refusal === null);

let running: Promise<void> | null = null;

/** One row at a time: who asks while sales are being sent waits for the same row. Throws what stopped it. */
export function sendLate(onSent: () => void): Promise<void> {
  running ??= sendAll(onSent).finally(() => {
    running = null;
  });
  return running;
}

/**
 * Sends what waits, one by one in the order in which it was sold, each with its own time. A sale leaves the till only when
 * Sitoo has it; when the answer is lost it is sent again, and its id makes that harmless.
 */
async function sendAll(onSent: () => void): Promise<void> {
  for (let sale = nextOf(lateSales()); sale && isOnline(); sale = nextOf(lateSales())) {
    const refusal = await sendOne(sale);
    if (refusal === null) {
      forgetSale(sale);
      onSent();
    } else {
      refuseSale(sale, refusal);
    }
  }
}

/** Null when Sitoo has it, else why it never will. */
async function sendOne(sale: LateSale): Promise<string | null> {
  try {
    await posApi.sell({ ...sale.request, sale_id: sale.id, orderdate: sale.soldAt });
    return null;
  } catch (error) {
    if (!isRefused(error)) throw error;
    return messageOf(error);
  }
}
