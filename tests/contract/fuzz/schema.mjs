// Values that a schema of the document describes.
import fc from 'fast-check';
import { resolve } from '../document.mjs';
import { anyJson, anyNumber, anyText } from './values.mjs';

/**
 * An arbitrary of values that are good by the schema. `pools`: what stands in the shop, by the name of the member or parameter,
 * so that most requests speak of something that there is.
 */
export function valuesOf(document, schema, pools, name) {
  const pool = pools[name];
  const free = () => freeValues(document, resolve(document, schema), pools);
  return pool ? fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: free() }) : free();
}

function freeValues(document, schema, pools) {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.allOf || schema.oneOf || schema.anyOf) throw new Error('a request with allOf, oneOf or anyOf: teach valuesOf what to do');
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => freeValues(document, { ...schema, type }, pools)));
  switch (schema.type) {
    case 'object':
      return objects(document, schema, pools);
    case 'array':
      return fc.array(valuesOf(document, schema.items ?? {}, pools), { maxLength: 4 });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 });
    case 'number':
      return anyNumber;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return texts(schema);
    default:
      return anyJson;
  }
}

function texts({ format, pattern, minLength = 0, maxLength = Infinity }) {
  if (format === 'date-time')
    return fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern === '^[0-9]+$') return fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 65n }).map(String), fc.constantFrom('0', '1', '999999999'));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return anyText.map((text) => text.padEnd(minLength, 'x')).filter((text) => text.length <= maxLength);
}

function objects(document, { properties, required = [], additionalProperties }, pools) {
  if (!properties) return fc.dictionary(anyText, additionalProperties?.type === 'string' ? anyText : anyJson, { maxKeys: 4 });
  const members = Object.entries(properties).map(([name, one]) => [name, valuesOf(document, one, pools, name)]);
  return fc.record(Object.fromEntries(members), { requiredKeys: required });
}
