import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { atMostBytes, fault, faultsOfItems, faultsOfMembers, notEmpty, repeated, type Check, type Fault } from './checks';

export const idOfConsent = (item: Json) => [item.consentid, item.consent_id, item.id].map(textOf).find((id) => id !== '') ?? '';

/** As src/sitoo/spi/offered_consents.cpp has it. */
export function consentFaults(path: string, list: unknown): Fault[] {
  return [
    ...faultsOfItems(path, list, (item, place) => [
      idOfConsent(item) === '' ? { path: `${place}.consent_id`, message: 'The consent needs an id.' } : null,
      textOf(item.name) === '' ? { path: `${place}.name`, message: 'The consent needs a name.' } : null,
    ]),
    ...repeated(path, list, idOfConsent, 'consent_id', 'Another consent has this id.'),
  ];
}

const keyName: Check = (value) =>
  /^[A-Za-z0-9_.-]{0,50}$/.test(textOf(value)) ? null : "A name has at most 50 letters, digits, '_', '-' and '.'.";

function keyFaults(path: string, own: unknown): Fault[] {
  const keys = Object.entries(objectOf(own));
  const names = keys.map(([, name]) => textOf(name));
  return keys.flatMap(([key, name], index) => {
    if (key === 'id' && name === '') return [{ path: `${path}.id`, message: 'Without an id no check could be redeemed.' }];
    const twice = name !== '' && names.indexOf(textOf(name)) < index;
    const message = keyName(name) ?? (twice ? 'Another member has this name.' : null);
    return message === null ? [] : [{ path: `${path}.${key}`, message }];
  });
}

function formFaults(own: Json): Fault[] {
  const none = own.search_types !== undefined && listOf(own.search_types).length === 0;
  return [
    ...(own.title === undefined ? [] : [fault('sitoo_v2.till.title', notEmpty(own.title))].filter((found) => found !== null)),
    ...(none ? [{ path: 'sitoo_v2.till.search_types', message: 'The till needs at least one way to search.' }] : []),
  ];
}

/** As src/sitoo/spi/v1/settings.cpp and v2/settings.cpp have it. */
export function tillFaults(v1: Json, v2: Json): Fault[] {
  return [
    ...consentFaults('sitoo_v1.consents', v1.consents),
    ...consentFaults('sitoo_v2.consents', v2.consents),
    ...keyFaults('sitoo_v1.bonus_check_keys', v1.bonus_check_keys),
    ...keyFaults('sitoo_v2.bonus_check_keys', v2.bonus_check_keys),
    ...faultsOfMembers('sitoo_v2', v2, { stale_text: atMostBytes(200, 'This must be a text of at most 200 bytes.') }),
    ...formFaults(objectOf(v2.till)),
  ];
}
