import type { Connection } from '../../accounts';
import type { Schemas } from '../../api/client';

export type Json = Record<string, unknown>;

/** All that can be edited of a shop, under the names by which the server's refusals call them: `name`, `rule.order_group`. */
export type Document = Json;

const ofShop = ['name', 'country', 'time_zone', 'currency', 'sitoo_base_url', 'sitoo_api_id', 'eshop_id'] as const;
/** They are told and never shown. */
export const secrets = ['sitoo_password', 'rule_api_key'] as const;

const isOfShop = (name: string) => [...ofShop, ...secrets].some((known) => known === name);

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function documentOf(connection: Connection): Document {
  return { ...Object.fromEntries(ofShop.map((name) => [name, connection[name]])), ...connection.settings };
}

/** The body of the call that makes this change of the document. */
export function bodyOf(patch: Json): Schemas['AccountChange'] {
  const entries = Object.entries(patch);
  const settings = entries.filter(([name]) => !isOfShop(name));
  return {
    ...Object.fromEntries(entries.filter(([name]) => isOfShop(name))),
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
  };
}

export function valueAt(document: Document, path: string): unknown {
  return path.split('.').reduce<unknown>((node, name) => objectOf(node)[name], document);
}

/** A copy in which `value` stands at the path; undefined takes away what stands there. */
export function withValue(document: Document, path: string, value: unknown): Document {
  const [name = '', ...rest] = path.split('.');
  if (rest.length > 0) return { ...document, [name]: withValue(objectOf(document[name]), rest.join('.'), value) };
  const others = Object.fromEntries(Object.entries(document).filter(([other]) => other !== name));
  return value === undefined ? others : { ...document, [name]: value };
}

/** Is `path` this one, or within it? "card.sections[0].title" is within "card.sections". */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
