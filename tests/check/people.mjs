// What both SPIs of the wrong server do alike.

/** Exactly one person by one of their keys; with the fault, whoever's key begins so. */
export function findPeople(shop, has, key) {
  const keys = (one) => [one.id, one.email, one.mobile];
  const wanted = key.replace(/^ /, '+');
  const fits = has('prefix-search') ? (each) => each.startsWith(wanted) : (each) => each === wanted;
  const found = shop.people.filter((one) => keys(one).some(fits));
  return has('two-found') ? [...found, ...found] : found;
}

export function register(shop, has, person) {
  const known = shop.people.find(({ email }) => email === person.email);
  if (known && !has('second-contact')) return { known, isNew: false };
  const added = { id: String(100 + shop.people.length), checks: [], purchases: [], ...person };
  if (has('lost-letters')) added.first = added.first.replace(/[^\x20-\x7e]/g, '?');
  shop.people.push(added);
  return { known: added, isNew: true };
}

export const isUsed = (check) => check.receipt !== null;

/** The status of a redemption or of its undoing. */
export function redeem(person, has, ids, receipt, undo) {
  const checks = person.checks.filter(({ id }) => ids.includes(id));
  if (checks.length !== ids.length) return 404;
  for (const check of checks) {
    if (undo) {
      if (!has('undo-keeps-it')) check.receipt = null;
    } else if (isUsed(check) && check.receipt !== receipt) {
      if (!has('spent-twice')) return 409;
    } else if (isUsed(check) && has('repeat-refused')) {
      return 409;
    } else {
      check.receipt = receipt;
    }
  }
  return 200;
}
