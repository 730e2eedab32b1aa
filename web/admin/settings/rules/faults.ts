import { listOf, objectOf, textOf, type Document, type Json } from '../editor/document';
import { cardFaults } from './card_faults';
import { atMostBytes, faultsOfMembers, isEmail, isTimeZone, notEmpty, wholeFrom, type Fault } from './checks';
import { ruleFaults } from './rule_faults';
import { tillFaults } from './till_faults';

export type { Fault } from './checks';

const tooLong = 'This must be a text of at most 200 bytes.';

function shopFaults(document: Document): Fault[] {
  const checks: [string, boolean, string][] = [
    ['name', notEmpty(document.name) !== null, 'The account needs a name.'],
    ['country', !/^[A-Za-z]{2}$/.test(textOf(document.country)), 'This is not a country code such as "SE".'],
    ['currency', !/^[A-Za-z]{3}$/.test(textOf(document.currency)), 'This is not a currency code such as "SEK".'],
    ['time_zone', !isTimeZone(textOf(document.time_zone)), 'This is not a time zone such as "Europe/Stockholm".'],
    ['eshop_id', wholeFrom(1, Number.MAX_SAFE_INTEGER)(document.eshop_id) !== null, 'The number of an e-shop is 1 or more.'],
    [
      'sitoo_base_url', !/^(https?:\/\/.+)?$/.test(textOf(document.sitoo_base_url)),
      'This is not an address such as "https://api.mysitoo.com".',
    ],
  ];
  return checks.filter(([, isWrong]) => isWrong).map(([path, , message]) => ({ path, message }));
}

function receiptFaults(own: Json): Fault[] {
  const long = listOf(own.details).findIndex((line) => atMostBytes(200, tooLong)(line) !== null);
  return [
    ...faultsOfMembers('receipt', own, {
      consent: atMostBytes(100, 'This must be the id of a consent: a text of at most 100 bytes.'),
      shop: atMostBytes(200, tooLong),
      from_email: (value) => (isEmail(textOf(value)) ? null : 'This must be an e-mail address.'),
      details: (value) => (listOf(value).length > 8 ? 'This must be an array of at most 8 texts.' : null),
    }),
    ...(long < 0 ? [] : [{ path: `receipt.details[${String(long)}]`, message: tooLong }]),
  ];
}

function programmeFaults(own: Json): Fault[] {
  const days = { after_days: wholeFrom(1, 3650) };
  const [from, to] = [own.from_hour ?? 10, own.to_hour ?? 19];
  const isBackwards = typeof from === 'number' && typeof to === 'number' && from >= to;
  return [
    ...faultsOfMembers('programme.retention', objectOf(own.retention), days),
    ...faultsOfMembers('programme.winback', objectOf(own.winback), days),
    ...faultsOfMembers('programme', own, { from_hour: wholeFrom(0, 23), to_hour: wholeFrom(1, 24) }),
    ...(isBackwards ? [{ path: 'programme.to_hour', message: 'The last hour must be after the first.' }] : []),
  ];
}

const delay = wholeFrom(0, 525_600);

/** What the server would refuse, told before it is asked. It has the last word all the same. */
export function faultsOf(document: Document): Fault[] {
  return [
    ...shopFaults(document),
    ...ruleFaults(objectOf(document.rule)),
    ...cardFaults(objectOf(document.card)),
    ...programmeFaults(objectOf(document.programme)),
    ...receiptFaults(objectOf(document.receipt)),
    ...faultsOfMembers('automations', objectOf(document.automations), {
      thank_you_delay_minutes: delay, retention_delay_minutes: delay, winback_delay_minutes: delay,
    }),
    ...tillFaults(objectOf(document.sitoo_v1), objectOf(document.sitoo_v2)),
  ];
}
