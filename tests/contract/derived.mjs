// Bad requests that follow from the document itself: of a good one, each member in turn is left out or made wrong. So an operation
// that is added to the document has them without anybody writing them.
import { resolve } from './document.mjs';

const unknownId = '999999999';

/** Each: a name, how the good request is changed, and which statuses and fields the refusal may have. */
export function derivedBad(document, operation) {
  return [...operation.parameters.flatMap((one) => badParameter(document, one)), ...badBodies(document, operation.body)];
}

function badParameter(document, { name, in: where, required, schema }) {
  const place = where === 'path' ? 'params' : 'query';
  const row = (what, value, statuses) => ({
    name: what,
    change: (request) => ({ ...request, [place]: withMember(request[place], name, value) }),
    statuses,
    fields: [name],
  });
  const bad = wrongValues(document, schema)
    .filter(([, value]) => typeof value !== 'object')
    .map(([how, value]) => row(`${where} "${name}" ${how}`, String(value), [400]));
  if (where === 'path') return [...bad, row(`path "${name}" of nobody`, unknownId, [404])];
  return required ? [...bad, row(`no query "${name}"`, undefined, [400])] : bad;
}

function badBodies(document, schema) {
  if (!schema) return [];
  const { properties = {}, required = [] } = resolve(document, schema);
  const whole = (name, raw) => ({ name, change: ({ body: _, ...request }) => ({ ...request, raw }), statuses: [400], fields: ['body', ...required] });
  const member = (name, how, value) => ({
    name: how,
    change: (request) => ({ ...request, body: withMember(request.body, name, value) }),
    // What is not of a list may be looked for in vain.
    statuses: [400, 404],
    fields: [name],
  });
  return [
    whole('a body that is no JSON', '{"broken'),
    whole('a body that is no object', '[]'),
    whole('no body', ''),
    ...required.map((name) => member(name, `no "${name}"`, undefined)),
    ...Object.entries(properties).flatMap(([name, one]) =>
      wrongValues(document, one).map(([how, value]) => member(name, `"${name}" ${how}`, value)),
    ),
  ];
}

const withMember = (object, name, value) => {
  const { [name]: _, ...others } = object ?? {};
  return value === undefined ? others : { ...others, [name]: value };
};

/** [how, value] pairs that the schema forbids. */
function wrongValues(document, schema) {
  const { type, enum: words, pattern, minimum, maximum, minLength, maxLength, items } = resolve(document, schema);
  const limits = [
    minimum !== undefined && ['below its minimum', minimum - 1],
    maximum !== undefined && ['above its maximum', maximum + 1],
    minLength !== undefined && ['too short', 'x'.repeat(minLength - 1)],
    maxLength !== undefined && ['too long', 'x'.repeat(maxLength + 1)],
    words && ['not of the list', 'no-such-word'],
    pattern && ['of another form', 'x y'],
    items && type === 'array' && ['with a wrong entry', [wrongValues(document, items)[0]?.[1] ?? {}]],
  ];
  return [...(type ? [['of another type', type === 'string' ? {} : 'no-such-value']] : []), ...limits.filter(Boolean)];
}
