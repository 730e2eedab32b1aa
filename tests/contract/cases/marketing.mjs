import assert from 'node:assert/strict';
import { webCustomer } from '../story.mjs';

const own = (shop, more) => ({ account: shop.account, ...more });
const nobody = { 'an account of nobody': () => ({ body: { account: '999999999' }, statuses: [404], fields: ['account'] }) };
const everything = { flows: ['winback'], language: 'en', activate: true, recreate: false, force: false };
const automation = (what) => ({
  of: what,
  good: {
    'an account': (shop) => ({ body: own(shop), see: ({ flows }) => assert.equal(flows.length, 3) }),
    'all that can be said': (shop) => ({ body: own(shop, everything), see: ({ flows }) => assert.equal(flows.length, 1) }),
  },
  bad: nobody,
});

export default [
  {
    of: 'previewReceipt',
    good: {
      'a sample in English': (shop) => ({ query: { account: shop.account, language: 'en' }, see: ({ subject }) => assert.match(subject, /Receipt/) }),
      'an order in Swedish': (shop) => ({
        query: { account: shop.account, language: 'sv', order_id: shop.order },
        see: ({ html }) => assert.match(html, /Shirt/),
      }),
    },
    bad: {
      'an order that there is not': (shop) => ({ query: { account: shop.account, order_id: 'none' }, statuses: [404], fields: ['order_id'] }),
      'an account of nobody': () => ({ query: { account: '999999999' }, statuses: [404], fields: ['account'] }),
    },
  },
  {
    of: 'tryReceipt',
    good: {
      'a sample with other settings': (shop) => ({
        body: own(shop, { language: 'en', settings: { receipt: { shop: 'The Other Shop' } } }),
        see: ({ html }) => assert.match(html, /The Other Shop/),
      }),
      'an order with other settings': (shop) => ({
        body: own(shop, { order_id: shop.order, settings: { receipt: { shop: 'The Other Shop' } } }),
        see: ({ html }) => assert.match(html, /The Other Shop/),
      }),
    },
    bad: {
      ...nobody,
      'an order that there is not': (shop) => ({ body: own(shop, { order_id: 'none' }), statuses: [404], fields: ['order_id'] }),
    },
  },
  {
    of: 'listWebhooks',
    good: { 'an account': (shop) => ({ query: { account: shop.account }, see: ({ items }) => assert.equal(items.length, 7) }) },
    bad: { 'an account of nobody': () => ({ query: { account: '999999999' }, statuses: [404], fields: ['account'] }) },
  },
  {
    of: 'listFeeds',
    good: { 'an account': (shop) => ({ query: own(shop), see: ({ items }) => assert.equal(items.length, 8) }) },
    bad: { 'an account of nobody': () => ({ query: { account: '999999999' }, statuses: [404], fields: ['account'] }) },
  },
  {
    of: 'testFeeds',
    good: {
      'one feed': (shop) => ({ body: own(shop, { feed: 'contact_registered' }), see: (body) => assert.ok(body.passed, JSON.stringify(body)) }),
      'all feeds': (shop) => ({ body: own(shop), see: ({ items }) => assert.equal(items.length, 8) }),
    },
    bad: nobody,
  },
  {
    of: 'removeFeedTest',
    good: {
      'an account with a test customer': (shop) => ({ body: own(shop), see: ({ removed }) => assert.equal(removed, true) }),
      'an account without one': (shop) => ({ body: own(shop), see: ({ removed }) => assert.equal(removed, false) }),
    },
    bad: nobody,
  },
  automation('planAutomations'),
  automation('applyAutomations'),
  {
    of: 'previewAutomation',
    good: {
      'a flow': (shop) => ({ body: own(shop, { flow: 'thank_you' }) }),
      'a flow as a customer would read it': (shop) => ({ body: own(shop, { flow: 'winback', language: 'sv', email: webCustomer }) }),
    },
    bad: { 'an account of nobody': () => ({ body: { account: '999999999', flow: 'winback' }, statuses: [404], fields: ['account'] }) },
  },
  automation('removeAutomations'),
];
