// The document's schemas, strictly: what an object has beyond the members that its schema names is a fault.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const prefix = '#/components/schemas/';
const mapOf = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
const combined = ['allOf', 'anyOf', 'oneOf'];

/** `isWhole`: nothing else adds members to the same object, as the parts of an allOf do for each other. */
function closed(schema, isWhole = true) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const out = { ...schema };
  if (out.$ref) out.$ref = `/${isWhole ? 'whole' : 'part'}/${out.$ref.slice(prefix.length)}`;
  if (out.properties) out.properties = mapOf(out.properties, (one) => closed(one));
  if (out.items) out.items = closed(out.items);
  if (typeof out.additionalProperties === 'object') out.additionalProperties = closed(out.additionalProperties);
  for (const word of combined) if (out[word]) out[word] = out[word].map((one) => closed(one, false));
  return isWhole ? withoutOthers(out) : out;
}

function withoutOthers(schema) {
  if (combined.some((word) => schema[word])) return { ...schema, unevaluatedProperties: false };
  const isObject = [schema.type].flat().includes('object') || schema.properties;
  return isObject && schema.additionalProperties === undefined ? { ...schema, additionalProperties: false } : schema;
}

/** Returns fault(schema, value): what is wrong with a value in the schema's eyes, as a text; null when nothing is. */
export function strictFaults(document) {
  const ajv = addFormats(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema(closed(schema), `/whole/${name}`);
    ajv.addSchema(closed(schema, false), `/part/${name}`);
  }
  const compiled = new Map();
  return (schema, value) => {
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile(closed(schema)));
    const validate = compiled.get(schema);
    return validate(value) ? null : validate.errors.map(sentence).join('; ');
  };
}

function sentence({ instancePath, message, params }) {
  const name = params.additionalProperty ?? params.unevaluatedProperty;
  return `${instancePath || '/'} ${message}${name ? ` "${name}"` : ''}${params.allowedValues ? ` ${params.allowedValues}` : ''}`;
}
