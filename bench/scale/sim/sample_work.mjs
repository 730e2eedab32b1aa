// Round costs for the tests: what is measured changes from run to run, what the simulation does with it must not.
const us = 1e-6;
const write = (delivers) => ({ node: 300 * us, database: 500 * us, wal_bytes: 3000, commits: 1, delivers, trips: 8 });
const read = (trips) => ({ node: 100 * us, database: 100 * us, wal_bytes: 0, commits: 0, delivers: 0, trips });

export const sampleWork = {
  search: read(1),
  card: read(3),
  unknown: { ...read(1), asks_rule: true },
  copy: write(1),
  anonymous: write(0),
  registration: write(1),
  redemption: write(1),
  event: { ...write(0), commits: 0.1, database: 50 * us, fetches: 1 },
  fetch: { background: 200 * us, leader: 400 * us, database: 500 * us, trips: 8, settle: { trips: 4, database: 300 * us } },
  delivery: {
    background: { batch: 100 * us, row: 200 * us },
    leader: { batch: 300 * us, row: 400 * us },
    database: { batch: 600 * us, row: 400 * us },
    wal_bytes: { batch: 1000, row: 3000 },
    trips: 6,
    calls: 1,
  },
  look: { leader: 60 * us, background: 18 * us, database: 57 * us },
};
