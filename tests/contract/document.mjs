// src/admin/openapi.yaml, read when the tests run: what it says now is what the server is held to.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const methods = ['get', 'put', 'post', 'patch', 'delete'];

export function readDocument() {
  return parse(readFileSync(new URL('../../src/admin/openapi.yaml', import.meta.url), 'utf8'));
}

/** What a `$ref` within the document points to; anything else as it is. */
export function resolve(document, value) {
  if (typeof value?.$ref !== 'string') return value;
  const names = value.$ref.slice('#/'.length).split('/');
  const found = names.reduce((place, name) => place?.[name], document);
  if (found === undefined) throw new Error(`openapi.yaml: there is no ${value.$ref}`);
  return resolve(document, found);
}

/** Every operation: its id and tag, how it is called, what it takes, what it answers; references to parts are followed. */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => operationOf(document, path, method, item)),
  );
}

function operationOf(document, path, method, item) {
  const { operationId, tags = [], security = document.security, parameters = [], requestBody, responses } = item[method];
  if (!operationId) throw new Error(`openapi.yaml: ${method} ${path} has no operationId`);
  const content = resolve(document, requestBody)?.content ?? {};
  return {
    id: operationId,
    tag: tags[0],
    path,
    method: method.toUpperCase(),
    isOpen: security.length === 0,
    parameters: [...(item.parameters ?? []), ...parameters].map((one) => resolve(document, one)),
    body: content['application/json']?.schema,
    contentType: Object.keys(content)[0],
    responses: Object.fromEntries(Object.entries(responses).map(([status, one]) => [status, resolve(document, one)])),
  };
}
