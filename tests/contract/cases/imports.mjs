import assert from 'node:assert/strict';
import { checks } from '../story.mjs';

let files = 100;
const nobody = '999999999';
const own = (shop, more) => ({ account: shop.account, ...more });
const isIn = (state) => (body) => assert.equal(body.state, state);

/** A new file each time. An account has one import at work at a time. */
async function staged(shop) {
  await shop.untilIdle('import');
  return (await shop.call('uploadImport', { query: own(shop, { unknown_customers: 'create' }), raw: checks(++files) })).body.id;
}
async function applied(shop) {
  const id = await staged(shop);
  const answer = await shop.call('applyImport', { params: { import: id }, body: own(shop) });
  assert.equal(answer.status, 200, answer.text);
  return id;
}

const at = (shop, id, more) => ({ params: { import: id }, body: own(shop, more) });
const ofShop = (shop, id = shop.import) => ({ params: { import: id }, query: own(shop) });
const foreign = (shop, id) => ({ ...at(shop, id, { account: shop.other }), statuses: [404], fields: ['import'] });
const file = (shop, more) => ({ body: own(shop, { path: shop.checksFile, ...more }) });
const refusedFile = (more, field, status = 400) => (shop) => ({ ...file(shop, more), statuses: [status], fields: [field] });
const upload = (shop, raw, more) => ({ query: own(shop, more), raw });
const refusedUpload = (raw, more, field, status = 400) => (shop) => ({ ...upload(shop, raw, more), statuses: [status], fields: [field] });
const elsewhere = (shop, account, field) => ({ params: { import: shop.import }, query: { account }, statuses: [404], fields: [field] });

const withoutBeginning = (make, state) => async (shop) => {
  const id = await make(shop);
  const see = async () => isIn(state)((await shop.call('getImport', ofShop(shop, id))).body);
  return { ...at(shop, id, { wait: 'no-such-value' }), statuses: [400], fields: ['wait'], see };
};

export default [
  {
    of: 'stageImport',
    good: {
      'a file, with one row refused': (shop) => ({
        ...file(shop),
        see: (body) => {
          shop.import = body.id;
          assert.deepEqual([body.refused.length, body.rows], [1, 2]);
        },
      }),
      'a file with all that can be said': (shop) => ({
        ...file(shop, { file_name: 'a.csv', mapping: { Namn: '' }, header_line: 1, unknown_customers: 'create', encoding: 'utf-8', sheet: '' }),
        see: ({ file_name, columns }) => {
          assert.equal(file_name, 'a.csv');
          assert.ok(columns.every(({ field }) => field !== 'name'));
        },
      }),
    },
    bad: {
      'a file that there is not': refusedFile({ path: '/no/such/file.csv' }, 'path'),
      'a line that is none': refusedFile({ header_line: -1 }, 'header_line'),
      'a field that there is not': refusedFile({ mapping: { Namn: 'colour' } }, 'mapping'),
      'an encoding that there is not': refusedFile({ encoding: 'runes' }, 'encoding'),
      'an account of nobody': refusedFile({ account: nobody }, 'account', 404),
    },
  },
  {
    of: 'uploadImport',
    good: {
      'a file': (shop) => ({ ...upload(shop, checks(2)), see: isIn('staged') }),
      'a file with all that can be said': (shop) => ({
        ...upload(shop, checks(3), { file_name: 'b.csv', encoding: 'utf-8', sheet: '', header_line: 1, unknown_customers: 'create', mapping: '{"Namn":"name"}' }),
        see: (body) => assert.equal(body.file_name, 'b.csv'),
      }),
    },
    bad: {
      'no file': refusedUpload('', {}, 'file'),
      'a file that cannot be read': refusedUpload(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), {}, 'file'),
      'an account of nobody': refusedUpload(checks(1), { account: nobody }, 'account', 404),
      'a mapping that is no JSON': refusedUpload(checks(1), { mapping: '{' }, 'mapping'),
    },
  },
  {
    of: 'listImports',
    good: {
      'a question for all': () => ({ see: ({ items }) => assert.ok(items.length >= 3) }),
      'an account': (shop) => ({ query: own(shop) }),
    },
  },
  {
    of: 'getImport',
    good: { 'its id': (shop) => ({ ...ofShop(shop), see: (body) => assert.equal(body.preview.length, 2) }) },
    bad: {
      'an account of nobody': (shop) => elsewhere(shop, nobody, 'account'),
      "another account's": (shop) => elsewhere(shop, shop.other, 'import'),
    },
  },
  {
    of: 'getImportRefusals',
    good: { 'its id': (shop) => ({ ...ofShop(shop), see: (_, { text }) => assert.match(text, /nobody@example\.com/) }) },
    bad: { "another account's": (shop) => elsewhere(shop, shop.other, 'import') },
  },
  {
    of: 'applyImport',
    good: {
      'its id': async (shop) => ({ ...at(shop, await staged(shop)), see: isIn('applied') }),
      'its id without waiting, skipping what is bad': async (shop) => at(shop, await staged(shop), { bad_rows: 'skip', wait: false }),
    },
    bad: {
      'one with a bad row': (shop) => ({ ...at(shop, shop.import), statuses: [409], fields: ['import', 'bad_rows'] }),
      "another account's": async (shop) => foreign(shop, await staged(shop)),
      'a wait that is none, and begins nothing': withoutBeginning(staged, 'staged'),
    },
  },
  {
    of: 'undoImport',
    good: {
      'its id': async (shop) => ({ ...at(shop, await applied(shop)), see: isIn('undone') }),
      'its id without waiting': async (shop) => at(shop, await applied(shop), { wait: false }),
    },
    bad: {
      'one that is only staged': async (shop) => ({ ...at(shop, await staged(shop)), statuses: [409], fields: ['import'] }),
      "another account's": async (shop) => foreign(shop, await staged(shop)),
      'a wait that is none, and begins nothing': withoutBeginning(applied, 'applied'),
    },
  },
];
