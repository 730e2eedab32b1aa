import { textOf, type Json } from '../editor/document';
import { fault, faultsOfItems, faultsOfMembers, notEmpty, type Check, type Fault } from './checks';

export const groupNames = ['contact_group', 'address_group', 'order_group'] as const;

const defaults = { contact_group: 'Sitoo-Contact', address_group: 'Sitoo-Address', order_group: 'Sitoo-Order' };

const groupName: Check = (value) => {
  if (textOf(value) === '') return 'A group needs a name.';
  return textOf(value).includes('.') ? "A group's name must not contain a dot." : null;
};

/** As src/rule/names.cpp has it. */
export function ruleFaults(own: Json): Fault[] {
  const names = groupNames.map((name) => (own[name] === undefined ? defaults[name] : textOf(own[name])));
  const shared = new Set(names).size < names.length;
  return [
    ...faultsOfMembers('rule', own, Object.fromEntries(groupNames.map((name) => [name, groupName]))),
    ...(shared ? [{ path: 'rule.order_group', message: 'The three groups must have different names.' }] : []),
    ...faultsOfItems('rule.purchase_groups', own.purchase_groups, (item, place) => [
      fault(`${place}.group`, notEmpty(item.group)),
      item.channel === undefined ? null : fault(`${place}.channel`, notEmpty(item.channel)),
    ]),
  ];
}
