// Is a request one that the document describes? Cases that are called good must be good in its eyes.
import { resolve } from './document.mjs';

export function requestFault(document, faultOf, operation, { params = {}, query = {}, body }) {
  const faults = [
    ...placeFaults(document, faultOf, operation, 'path', params),
    ...placeFaults(document, faultOf, operation, 'query', query),
    body !== undefined && bodyFault(faultOf, operation, body),
  ].filter(Boolean);
  return faults.length > 0 ? faults.join('; ') : null;
}

function placeFaults(document, faultOf, { parameters }, place, given) {
  const described = parameters.filter((one) => one.in === place);
  const unknown = Object.keys(given).filter((name) => !described.some((one) => one.name === name));
  return [
    ...unknown.map((name) => `the document names no ${place} "${name}"`),
    ...described.filter(({ name, required }) => required && given[name] === undefined).map(({ name }) => `${place} "${name}" is missing`),
    ...described.filter(({ name }) => given[name] !== undefined).map(({ name, schema }) => {
      const fault = faultOf(schema, valueOf(resolve(document, schema), given[name]));
      return fault && `${place} "${name}": ${fault}`;
    }),
  ];
}

// In an address everything is text.
const valueOf = ({ type }, text) => {
  if (type === 'integer') return Number(text);
  if (type === 'boolean' && ['true', 'false'].includes(String(text))) return String(text) === 'true';
  return String(text);
};

const bodyFault = (faultOf, { body: schema }, body) => {
  if (!schema) return 'the document knows no body here';
  const fault = faultOf(schema, body);
  return fault && `body: ${fault}`;
};
