import assert from 'node:assert/strict';

const own = (shop, kind = 'history') => ({ account: shop.account, kind });
const nobody = '999999999';
const isIn = (state) => (job) => assert.equal(job.state, state);
const refused = (body, field, status) => (shop) => ({ body: { ...own(shop), ...body }, statuses: [status], fields: [field] });
const control = (of, state) => ({
  of,
  good: { 'a job that is open': (shop) => ({ body: own(shop), see: isIn(state) }) },
  bad: {
    'a job of an account of nobody': refused({ account: nobody }, 'kind', 404),
    'a job that nobody has begun': refused({ kind: 'import' }, 'kind', 404),
  },
});
const onAnEndedJob = (of) => ({ of, bad: { 'a job that has ended': refused({}, 'kind', 409) } });

export default [
  {
    of: 'runJob',
    // Of a kind that calls nobody.
    base: (shop) => ({ body: own(shop, 'bonus_expiry') }),
    good: {
      'a job of all accounts': () => ({ body: { kind: 'silences' } }),
      'a job with a request': async (shop) => {
        // Slow enough to be still there when it is paused.
        await shop.slowSitoo(1_000);
        return { body: { ...own(shop), request: { from: '2026-01-01', to: '2026-01-02' } }, see: ({ count }) => assert.equal(count, 1) };
      },
    },
    bad: {
      'an account of nobody': refused({ account: nobody }, 'account', 404),
      'a request that the kind does not take': refused({ request: { from: 'yesterday' } }, 'from', 400),
      'a kind that begins otherwise': refused({ kind: 'import' }, 'kind', 400),
    },
  },
  control('pauseJob', 'paused'),
  { of: 'runJob', bad: { 'a job that is open': refused({}, 'kind', 409) } },
  {
    of: 'listJobs',
    good: {
      'a question for all': () => ({ see: ({ items }) => assert.ok(items.some(({ kind }) => kind === 'history')) }),
      'an account': (shop) => ({ query: { account: shop.account }, see: ({ items }) => assert.ok(items.length > 1) }),
    },
  },
  control('resumeJob', 'running'),
  control('cancelJob', 'cancelled'),
  onAnEndedJob('pauseJob'),
  onAnEndedJob('resumeJob'),
];
