// What the fuzz has found and nobody has mended yet: requests that are not asked. Each entry says which and why; none is the aim.
//
//   of     the operationId, or "METHOD /path" of the public listener
//   asks   (request) => whether it is one of those
//   why    what is wrong, in one line
const readsNoFile = ({ body, raw }) => /"path":"(\/dev\/(zero|stdin)|[^"]*\/pipe\.csv)"/.test(raw ?? JSON.stringify(body ?? null));

const isText = (value) => typeof value === 'string';
const saysItLoosely = ({ body }) =>
  (body?.header_line !== undefined && !Number.isInteger(body.header_line)) ||
  (typeof body?.mapping === 'object' && !Object.values(body.mapping ?? {}).every(isText));

export const knownFindings = [
  { of: 'stageImport', asks: readsNoFile, why: 'the digest of a pipe or a device without an end is taken for ever' },
  {
    of: 'stageImport',
    asks: saysItLoosely,
    why: 'a header_line or a field of the mapping that is an array or an object is taken for none',
  },
];

export const isKnown = (id) => (request) => knownFindings.some(({ of, asks }) => of === id && asks(request));
