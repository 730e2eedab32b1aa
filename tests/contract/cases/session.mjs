import assert from 'node:assert/strict';
import { withCookie, withSession } from '../caller.mjs';
import { password, sessionOf } from '../shop.mjs';

const isSignedIn = (body) => assert.equal(body.state, 'signed_in');
const isSignedOut = (body) => assert.equal(body.state, 'signed_out');

export default [
  {
    of: 'getSession',
    good: { 'somebody before there is a password': () => ({ see: (body) => assert.equal(body.state, 'first_run') }) },
  },
  {
    of: 'setPassword',
    good: {
      'the first password': (shop) => ({
        body: { password },
        see: (body, answer) => {
          isSignedIn(body);
          shop.session = sessionOf(answer);
        },
      }),
    },
    bad: { 'a second password': () => ({ body: { password: `${password}, again` }, statuses: [409], fields: ['password'] }) },
  },
  {
    of: 'getSession',
    good: {
      'somebody who is not signed in': () => ({ see: isSignedOut }),
      'somebody who is': (shop) => ({ as: withCookie(shop.session.cookie), see: isSignedIn }),
    },
  },
  {
    of: 'signIn',
    // A good one before each: five wrong passwords are one too many.
    base: async (shop) => {
      await shop.signIn();
      return { body: { password } };
    },
    statuses: [400, 401],
    good: { 'the password': () => ({ body: { password }, see: isSignedIn }) },
    bad: { 'a wrong password': () => ({ body: { password: `not ${password}` }, statuses: [401], fields: ['password'] }) },
  },
  {
    of: 'signOut',
    good: {
      'who is signed in': async (shop) => {
        const session = await shop.signIn();
        return { as: withSession(session), see: async () => isSignedOut((await shop.call('getSession', {}, withCookie(session.cookie))).body) };
      },
      'who is not': () => ({ see: isSignedOut }),
    },
  },
  {
    of: 'signIn',
    bad: {
      'a wrong password after too many': async (shop) => {
        const wrong = { body: { password: `not ${password}` } };
        for (let i = 0; i < 6; ++i) await shop.call('signIn', wrong, {});
        return { ...wrong, statuses: [429] };
      },
    },
  },
];
