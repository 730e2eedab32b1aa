// Requests of an operation: as the document describes them, and wrong in one thing.
import fc from 'fast-check';
import { resolve } from '../document.mjs';
import { missing, placesIn, replaced } from './places.mjs';
import { valuesOf } from './schema.mjs';
import { addressOf } from './send.mjs';
import { anyJson, anyText, brokenJson, rawParts } from './values.mjs';

const foreign = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/vnd.api+json'];
const types = [...foreign, 'application/json; charset=utf-16', '', ';', 'x'.repeat(500)];

/**
 * An arbitrary of requests: {kind, params, query, body or raw, type}, and of what is wrong in one member `wrong`: its names, with
 * `base`, the same without the fault.
 */
export function requestsOf(document, operation, pools) {
  const good = goodRequests(document, operation, pools);
  const kinds = [
    [4, good],
    [6, withOneWrong(document, operation, good)],
    [1, withUnknownQuery(good)],
  ];
  if (operation.parameters.length > 0) kinds.push([1, withRawAddress(operation, good)]);
  if (operation.contentType) kinds.push([3, withBrokenBody(good)], [1, withOtherType(good)]);
  return fc.oneof(...kinds.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

function withOneWrong(document, operation, good) {
  const value = fc.oneof({ weight: 5, arbitrary: anyJson }, fc.constant(missing));
  return fc.tuple(good, fc.nat(), value).map(([request, at, wrong]) => spoilt(document, operation, request, at, wrong));
}

const withUnknownQuery = (good) =>
  fc
    .tuple(good, anyText, anyText)
    .map(([request, name, value]) => ({ ...request, kind: 'unknown query', query: { ...request.query, [name]: value } }));

const withRawAddress = ({ parameters }, good) =>
  fc
    .tuple(good, fc.constantFrom(...parameters), fc.constantFrom(...rawParts))
    .map(([request, parameter, raw]) => withParameter({ ...request, kind: 'raw address' }, parameter, raw));

function withBrokenBody(good) {
  const text = good.map(({ body }) => JSON.stringify(body ?? {}));
  return fc.tuple(good, brokenJson(text)).map(([request, raw]) => ({ ...request, kind: 'broken body', body: undefined, raw }));
}

const withOtherType = (good) =>
  fc.tuple(good, fc.constantFrom(...types)).map(([request, type]) => ({ ...request, kind: 'other type', type }));

function goodRequests(document, { parameters, body, contentType }, pools) {
  const place = (where) => {
    const described = parameters.filter((one) => one.in === where);
    const members = described.map(({ name, schema }) => [name, valuesOf(document, schema, pools, name)]);
    return fc.record(Object.fromEntries(members), { requiredKeys: described.filter(({ required }) => required).map(({ name }) => name) });
  };
  const content = body ? { body: valuesOf(document, body, pools, 'body') } : contentType ? { raw: fc.constantFrom(...pools.raw) } : {};
  return fc.record({ kind: fc.constant('good'), params: place('path'), query: place('query'), ...content });
}

function spoilt(document, operation, request, at, value) {
  const places = [
    ...operation.parameters.map((one) => ({ names: [one.name], change: () => withParameter(request, one, value) })),
    ...bodyPlaces(document, operation.body, request.body).map((path) => ({
      names: path,
      change: () => ({ ...request, body: replaced(request.body, path, value) }),
    })),
  ];
  if (places.length === 0) return request;
  const { names, change } = places[at % places.length];
  return { ...change(), kind: 'one wrong', wrong: names, base: request, isEmpty: isEmpty(operation, names, value) };
}

/** As if the member were not there, which is no fault unless it must be. */
function isEmpty({ parameters }, [name], value) {
  return [null, '', missing].includes(value) && !parameters.some((one) => one.name === name && one.required);
}

function withParameter(request, { in: where, name, required }, value) {
  const place = where === 'path' ? 'params' : 'query';
  const { [name]: old, ...others } = request[place];
  if (value === missing) return { ...request, [place]: required && where === 'path' ? { ...others, [name]: '' } : others };
  return { ...request, [place]: { ...others, [name]: value?.raw ? value : typeof value === 'string' ? value : JSON.stringify(value) } };
}

/** Where a body can be spoilt: each value in it, and each member that it could have. */
function bodyPlaces(document, schema, body) {
  if (!schema) return [];
  const described = Object.keys(resolve(document, schema).properties ?? {}).map((name) => [name]);
  return [...described, ...placesIn(body)];
}

/** As send.mjs takes it. */
export function wireOf(operation, { params, query, body, raw, type = operation.contentType }, headers) {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const typed = payload !== undefined && type ? { 'Content-Type': type } : {};
  return {
    method: operation.method,
    address: addressOf(operation.path, params, Object.entries(query)),
    headers: { ...headers, ...typed },
    payload,
  };
}
