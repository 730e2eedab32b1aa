// docs/admin-api.md from src/admin/openapi.yaml: api_reference.mjs writes it, api_reference.mjs --check fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { operationsOf, readDocument, resolve } from '../../tests/contract/document.mjs';
import { aboutMember, basesOf, cell, memberTable, membersOf, typeAnchor, typeOf } from './api_reference_parts.mjs';

const page = 'docs/admin-api.md';
const opening = readFileSync(new URL('api_reference_opening.md', import.meta.url), 'utf8').trim();

const anchor = ({ id }) => id.toLowerCase();
const sentence = (text) => {
  const flat = String(text).trim().replace(/\s+/g, ' ');
  return /[.!?]$/.test(flat) ? flat : `${flat}.`;
};

function parameterLines({ parameters }) {
  if (parameters.length === 0) return [];
  const rows = parameters.map(({ name, in: place, required, schema, description }) => {
    const presence = required ? '' : ' *(may be left out)*';
    return `| \`${name}\`${presence} | ${place} | ${cell(typeOf(schema))} | ${cell(aboutMember(name, schema, description))} |`;
  });
  return ['', '| parameter | in | | |', '|---|---|---|---|', ...rows];
}

/** A schema in its place: a link for what has a name, a table for what has not. */
function shapeLines(title, schema, sometimes) {
  if (!schema) return [];
  if (schema.$ref || !schema.properties) return ['', `${title}: ${typeOf(schema)}`];
  return ['', `${title}:`, '', ...memberTable(schema, sometimes)];
}

function bodyLines({ body, contentType }) {
  if (!contentType) return [];
  return body ? shapeLines('Body', body, 'may be left out') : ['', `Body: \`${contentType}\``];
}

function answerLines({ responses }) {
  return Object.entries(responses).flatMap(([status, { description, content, headers }]) => {
    if (status === 'default') return [];
    const [type, media] = Object.entries(content ?? {})[0] ?? [];
    const names = Object.keys(headers ?? {}).map((name) => `\`${name}\``);
    const with_ = names.length > 0 ? `, with ${names.join(', ')}` : '';
    const kind = type && type !== 'application/json' ? ` (\`${type}\`)` : '';
    return shapeLines(`**${status}** ${cell(description)}${kind}${with_}`, media?.schema ?? { type: 'null' }, 'not always there')
      .map((line) => line.replace(/: null$/, '.'));
  });
}

/** What may go wrong, besides what every operation may answer. */
function errorLines({ path, body, parameters, summary, isOpen }) {
  const errors = [];
  if (parameters.length > 0 || body) errors.push('400');
  if (!isOpen) errors.push('401');
  if (path.includes('{')) errors.push('404');
  if (/\b409\b/.test(summary)) errors.push('409');
  const also = errors.length > 0 ? ' and ' : '';
  return ['', `Errors: ${errors.join(', ')}${also}[what any call may be answered](#errors).`];
}

function operationLines(operation) {
  return [
    '',
    `<a id="${anchor(operation)}"></a>`,
    '',
    `### \`${operation.method} ${operation.path}\``,
    '',
    `${sentence(operation.summary)} *(${operation.id}${operation.isOpen ? ', open to everybody' : ''})*`,
    ...parameterLines(operation),
    ...bodyLines(operation),
    ...answerLines(operation),
    ...errorLines(operation),
  ];
}

const indexRow = (operation) => `| [\`${operation.method} ${operation.path}\`](#${anchor(operation)}) | ${cell(operation.summary)} |`;

function typeLines(name, schema) {
  const head = ['', `<a id="${typeAnchor(name)}"></a>`, '', `### ${name}`, ...(schema.description ? ['', sentence(schema.description)] : [])];
  if (membersOf(schema).length === 0) {
    const example = schema.examples ? `, such as \`${schema.examples[0]}\`` : '';
    return [...head, '', `${typeOf(schema)}${example}`];
  }
  const bases = basesOf(schema);
  const inherited = bases.length > 0 ? ['', `All of ${bases.join(' and ')}, and:`] : [];
  return [...head, ...inherited, '', ...memberTable(schema, 'not always there')];
}

export function reference(document) {
  const operations = operationsOf(document).map((operation) => ({
    ...operation,
    summary: resolve(document, document.paths[operation.path])[operation.method.toLowerCase()].summary,
  }));
  const untold = operations.find(({ tag }) => !document.tags.some(({ name }) => name === tag));
  if (untold) throw new Error(`openapi.yaml: the tag of ${untold.id} is not among its tags`);
  const ofTag = (tag) => operations.filter((operation) => operation.tag === tag.name);
  const index = document.tags.flatMap((tag) => ['', `**${tag.name}** — ${tag.description}`, '', '| | |', '|---|---|', ...ofTag(tag).map(indexRow)]);
  const sections = document.tags.flatMap((tag) => ['', `## ${tag.name}`, ...ofTag(tag).flatMap(operationLines)]);
  const types = Object.entries(document.components.schemas).flatMap(([name, schema]) => typeLines(name, schema));
  return `${[opening, '', '## Operations', ...index, ...sections, '', '## Types', ...types].join('\n')}\n`;
}

const written = reference(readDocument());
if (process.argv[2] !== '--check') writeFileSync(page, written);
else if (readFileSync(page, 'utf8') !== written) {
  console.error(`${page} does not say what src/admin/openapi.yaml says: run script/api-reference`);
  process.exitCode = 1;
}
