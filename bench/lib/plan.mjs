// How much is measured: `quick` shows that every case works, `full` gives figures that can be compared.
const million = 1_000_000;

const quick = {
  name: "quick",
  rounds: 2,
  seconds: 1,
  readSizes: [1_000, 100_000],
  writeSizes: [1_000],
  queueRounds: 1,
  queueSeconds: 1,
  queueOrders: 5_000,
  drainSeconds: 15,
  slowOrders: 60,
  accounts: 100,
  connections: [1, 64, 256],
  purchases: [0, 20],
  resources: { customers: 10_000, purchases: 10 },
  bulk: { orders: 60_000, checks: 5_000, etaOrders: 1_000, quietSeconds: 2, tillSeconds: 4 },
  rates: [],
};

// For whoever changes the suite: does each case run at all?
const smoke = {
  ...quick,
  name: "smoke",
  rounds: 1,
  seconds: 0.3,
  readSizes: [1_000],
  queueSeconds: 0.3,
  queueOrders: 500,
  slowOrders: 6,
  accounts: 20,
  connections: [1, 64],
  purchases: [0, 5],
  resources: { customers: 1_000, purchases: 2 },
  bulk: { orders: 30_000, checks: 500, etaOrders: 300, quietSeconds: 1, tillSeconds: 2 },
};

const full = {
  name: "full",
  rounds: 2,
  seconds: 2,
  readSizes: [1_000, 100_000, million],
  writeSizes: [1_000, 100_000, million],
  queueRounds: 2,
  queueSeconds: 3,
  queueOrders: 15_000,
  drainSeconds: 60,
  slowOrders: 400,
  accounts: 1_000,
  connections: [1, 16, 64, 256, 1_000],
  purchases: [0, 10, 50],
  resources: { customers: million, purchases: 10 },
  bulk: { orders: million, checks: 100_000, etaOrders: 12_000, quietSeconds: 10, tillSeconds: 20 },
  rates: [1_000],
};

export const planNamed = (name) => ({ smoke, quick, full })[name];
