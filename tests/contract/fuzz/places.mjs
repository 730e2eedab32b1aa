// Places in a JSON value, and the same value with something else in one of them.

export const missing = Symbol('missing');

/** The paths of all values within, the value itself first. */
export function placesIn(value, path = []) {
  const isOpen = typeof value === 'object' && value !== null && path.length < 6;
  return [path, ...(isOpen ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name])) : [])];
}

export function replaced(whole, [name, ...rest], value) {
  if (name === undefined) return value === missing ? undefined : value;
  const copy = Array.isArray(whole) ? [...whole] : { ...whole };
  if (rest.length === 0 && value === missing) delete copy[name];
  else copy[name] = replaced(copy[name], rest, value);
  return copy;
}
