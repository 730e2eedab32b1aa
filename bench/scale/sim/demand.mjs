// What shops ask for, by the hour of a day. Every number here is an assumption; docs/scale.md says of each where it comes from.
export const habits = {
  sales_per_till: 60, // on an ordinary day
  black_friday: 6, // times that
  // Of a day's sales, by the hour of the clock from midnight: open from 10 to 19, and a few stay longer.
  hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 7, 10, 12, 12, 11, 11, 12, 12, 7, 3, 1, 0, 0, 0].map((percent) => percent / 100),
  searches_per_sale: 0.8,
  nobody_share: 0.15, // of the searches; Rule is asked then
  card_share: 0.5, // of the others: a whole card, with bonus checks (SPI v2)
  known_share: 0.55, // of the sales: whose customer is known, so that Rule is told
  event_share: 0.5, // of the sales: told by an event and fetched (SPI v2); the others are copies (SPI v1)
  registrations_per_sale: 0.03,
  redemptions_per_sale: 0.04,
  jobs_per_account: 80, // a day: three kinds each hour, one each six hours, four each day (docs/jobs.md)
};

export const kinds = ["search", "card", "unknown", "copy", "anonymous", "event", "registration", "redemption"];

// How many of each kind there are for a sale.
export function mixOf(h = habits) {
  const found = h.searches_per_sale * (1 - h.nobody_share);
  const copies = 1 - h.event_share;
  return {
    search: found * (1 - h.card_share),
    card: found * h.card_share,
    unknown: h.searches_per_sale * h.nobody_share,
    copy: copies * h.known_share,
    anonymous: copies * (1 - h.known_share),
    event: h.event_share,
    registration: h.registrations_per_sale,
    redemption: h.redemptions_per_sale,
  };
}

export const peakShare = (h = habits) => Math.max(...h.hours);

// Sales a second of so many tills at a time of the day; between the middles of two hours in a straight line.
export function salesPerSecond(tills, hour, times = 1, h = habits) {
  const at = (((hour - 0.5) % 24) + 24) % 24;
  const before = Math.floor(at);
  const share = h.hours[before] + (h.hours[(before + 1) % 24] - h.hours[before]) * (at - before);
  return (tills * h.sales_per_till * times * share) / 3600;
}

export const peakSalesPerSecond = (tills, times = 1, h = habits) => (tills * h.sales_per_till * times * peakShare(h)) / 3600;
