// What nobody has measured, each with where it comes from.
import { table, whole } from "../lib/tables.mjs";

const percent = (share) => `${whole(share * 100)} %`;

export function assumptions({ habits: h, shape, base, product }) {
  const guess = "our guess; no source";
  return table(
    ["what", "assumed", "where from"],
    [
      ["tills of an account", `P(t or more) = t^-${shape.tail}, at most ${shape.tills_max}; ${shape.mean.toFixed(1)} on average`, "sizes of firms have such a tail; the exponent is our guess"],
      ["sales of a till on an ordinary day", whole(h.sales_per_till), guess],
      ["Black Friday", `${h.black_friday} times that`, `one plans for 5 to 10, no source; ${h.black_friday} makes ${whole(h.sales_per_till * h.black_friday * Math.max(...h.hours))} sales a till in the busiest hour, one each ${whole(3600 / (h.sales_per_till * h.black_friday * Math.max(...h.hours)))} s, about what a cashier can do: no multiplier makes more of the same tills`],
      ["busiest hour", `${percent(Math.max(...h.hours))} of the day's sales`, "open from 10 to 19, nearly even: an even day would be 11 %"],
      ["searches for a sale", `${h.searches_per_sale}, ${percent(h.nobody_share)} find nobody, ${percent(h.card_share)} of the rest show the whole card`, guess],
      ["sales of a known customer", percent(h.known_share), guess],
      ["sales by event (SPI v2)", `${percent(h.event_share)}, the others are copies (v1)`, guess],
      ["registrations, redemptions for a sale", `${percent(h.registrations_per_sale)}, ${percent(h.redemptions_per_sale)}`, guess],
      ["jobs of an account", `${h.jobs_per_account} a day`, "counted in docs/jobs.md"],
      ["a call of Rule", `median ${whole(base.rule_latency * 1000)} ms, lognormal, sigma ${base.rule_spread}; ${product.calls_per_account} at once for an account; no errors`, "the limit is src/rule/governor.cpp; the latency is our guess"],
      ["node to database and back", `${(base.round_trip * 1000).toFixed(1)} ms`, "two machines of one data centre"],
      ["flush of the log", `${(base.flush * 1000).toFixed(1)} ms`, "a cloud disk; the disk of docs/performance.md takes 0.2 ms"],
      ["sessions, batches, rounds", `${product.writer_sessions} write, ${product.reader_sessions} read, ${product.batch_rows} rows, a look each ${product.looks_every} s`, "the product's own (src/store/postgres, src/outbox, src/jobs)"],
    ],
  );
}
