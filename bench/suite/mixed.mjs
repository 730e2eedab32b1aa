// A day of 500 tills, compressed: each sale is a search, a card and an order; in twenty sales two bonus checks are used and one customer
// is registered. 500 tills with 300 sales a day make 472,500 calls.
import { whoWrites } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { verify } from "../lib/verify.mjs";

const callsOfADay = (500 * 300 * 63) / 20;

async function measure(server, { customers }, plan) {
  const figures = await throughputAndLatency(server, plan, { kind: "mixed", customers }, () => verify(server.store));
  return { ...figures, day_s: callsOfADay / figures.per_second };
}

export default {
  name: "mixed",
  about: "20 searches, 20 cards, 20 orders, 2 redemptions and a registration, over and over; each accepted order, redemption and customer is looked for",
  ...whoWrites,
  run: measure,
};
