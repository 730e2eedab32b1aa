// Pieces of the admin API's reference: how a type is written, and the rows of its members.

const last = (reference) => reference.split('/').at(-1);
export const typeAnchor = (name) => `type-${name.toLowerCase()}`;
const linkTo = (name) => `[${name}](#${typeAnchor(name)})`;

/** A cell of a table on one line. */
export const cell = (text) => String(text ?? '').trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

const forms = { 'date-time': 'time', date: 'date', binary: 'bytes' };
const bounds = ({ minimum, maximum, minLength, maxLength }) => {
  const range = (from, to) => (to === undefined ? `${from} or more` : from === undefined ? `at most ${to}` : `${from} to ${to}`);
  if (minLength !== undefined || maxLength !== undefined) return `, ${range(minLength, maxLength)} characters`;
  if (minimum !== undefined || maximum !== undefined) return `, ${range(minimum, maximum)}`;
  return '';
};

/** "whole number, 1 to 500", "list of [Job](#job)", "time or null". */
export function typeOf(schema = {}) {
  if (schema.$ref) return linkTo(last(schema.$ref));
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(' or ');
  const types = [schema.type].flat().filter(Boolean);
  const written = types.map((type) => oneType(type, schema));
  return `${written.join(' or ') || 'any'}${bounds(schema)}`;
}

function oneType(type, schema) {
  if (type === 'null') return 'null';
  if (schema.enum) return schema.enum.filter((value) => value !== null).map((value) => `\`${value}\``).join(', ');
  if (schema.pattern === '^[0-9]+$') return 'id';
  if (type === 'string') return forms[schema.format] ?? 'text';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'yes or no';
  if (type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'any'}`;
  return type;
}

/** What the name of a member tells of its unit. */
export function unitOf(name) {
  if (/_ms$/.test(name) || name.startsWith('delay_ms.')) return 'milliseconds';
  if (/seconds/.test(name)) return 'seconds';
  return '';
}

/** Members of an object, those of objects within it by their path: `queue.pending`, `items[].name`. */
export function membersOf(schema = {}, before = '') {
  const parts = schema.allOf ? schema.allOf.filter((part) => !part.$ref) : [schema];
  return parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).flatMap(([name, member]) => {
      const path = `${before}${name}`;
      const row = { path, schema: member, required: part.required?.includes(name) ?? false };
      const within = member.type === 'array' ? membersOf(member.items, `${path}[].`) : membersOf(member, `${path}.`);
      return [row, ...within];
    }),
  );
}

/** What has members of its own is told by the rows that follow. */
function shortTypeOf(schema) {
  const orNull = [schema.type].flat().includes('null') ? ', or null' : '';
  if (schema.properties) return `object${orNull}`;
  return schema.type === 'array' && schema.items?.properties ? 'list of objects' : typeOf(schema);
}

/** What is said of a member besides its type: description, unit, default. */
export function aboutMember(name, schema, more = '') {
  const unit = unitOf(name);
  const usual = schema.default === undefined ? '' : `${schema.default} when it is not given`;
  const example = schema.examples && !schema.description ? `such as ${schema.examples.map((one) => `\`${one}\``).join(', ')}` : '';
  return [more || schema.description, unit, usual, example].filter(Boolean).join('; ');
}

/** `sometimes` is what is put beside a member that need not be there. */
export function memberTable(schema, sometimes) {
  const rows = membersOf(schema).map(({ path, schema: member, required }) => {
    const presence = required ? '' : ` *(${sometimes})*`;
    return `| \`${path}\`${presence} | ${cell(shortTypeOf(member))} | ${cell(aboutMember(path, member))} |`;
  });
  return rows.length === 0 ? [] : ['| | | |', '|---|---|---|', ...rows];
}

/** The parts of a schema that is made of others. */
export const basesOf = (schema) => (schema.allOf ?? []).filter(({ $ref }) => $ref).map(typeOf);
