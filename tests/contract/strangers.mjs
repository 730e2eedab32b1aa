// Who may not: each must be refused by every operation that is not open to all.
import { withCookie, withSession, withToken } from './caller.mjs';

const everybody = {
  'who shows nothing': () => ({}),
  'a wrong token': () => withToken('wrong'),
  'the token under another name': () => ({ 'X-API-Key': 'wrong' }),
  'an unknown cookie': () => withCookie('kassabro_session=0123456789abcdef'),
};
// The cookie comes along with what another site sends; that site does not know the token that belongs to it.
const otherSites = {
  'a session without its CSRF token': ({ cookie }) => withCookie(cookie),
  'a session with a wrong CSRF token': ({ cookie }) => withSession({ cookie, csrf: 'wrong' }),
};

/** [name, {headers(session), needsSession}] */
export function strangers(operation) {
  const rows = (headers, needsSession) => Object.entries(headers).map(([name, one]) => [name, { headers: one, needsSession }]);
  return [...rows(everybody, false), ...(operation.method === 'GET' ? [] : rows(otherSites, true))];
}
