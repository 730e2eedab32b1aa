import { ApiError, withQuery } from '../../components/api';
import { takeEarly } from './early';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

type Method = 'get' | 'post' | 'patch' | 'delete';
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, { responses: object }> ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Answer<O> = O extends { responses: infer R }
  ? R extends { 200: infer Ok }
    ? Json<Ok>
    : R extends { 201: infer Made }
      ? Json<Made>
      : R extends { 202: infer Begun }
        ? Json<Begun>
        : undefined
  : never;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined;

type Query = Record<string, string | number | undefined>;

interface Options {
  params?: Record<string, string>;
  query?: Query;
}

const state: { csrf: string; onSignedOut: () => void } = { csrf: '', onSignedOut: () => undefined };

/** With the session's cookie, every call but GET carries this too. */
export function keepCsrf(session: Schemas['Session']): void {
  state.csrf = session.csrf ?? '';
}

/** Called when the server says that the session has ended. */
export function onSignedOut(listen: () => void): void {
  state.onSignedOut = listen;
}

export function addressOf(path: string, { params = {}, query = {} }: Options = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return withQuery(filled, query);
}

function parseProblem(text: string): Partial<Schemas['Problem']> {
  try {
    return (JSON.parse(text) as Partial<Schemas['Problem']> | null) ?? {};
  } catch {
    return {};
  }
}

function refusal(response: Response, text: string): ApiError {
  const problem = parseProblem(text);
  const message = problem.error_data?.message ?? problem.errortext ?? `The server answered ${String(response.status)}.`;
  return new ApiError(message, response.status, problem.error_data?.field ?? null);
}

async function send(method: Method, path: string, options: Options, body?: BodyInit, type?: string): Promise<unknown> {
  const text = await sendForText(method, path, options, body, type);
  return text === '' ? undefined : JSON.parse(text);
}

async function sendForText(method: Method, path: string, options: Options, body?: BodyInit, type?: string): Promise<string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (type) headers['Content-Type'] = type;
  if (method !== 'get' && state.csrf) headers['X-CSRF-Token'] = state.csrf;
  const init: RequestInit = { method: method.toUpperCase(), headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  const address = addressOf(path, options);
  const early = method === 'get' ? takeEarly(address) : undefined;
  const response = await (early ?? fetch(address, init)).catch(() => {
    throw new ApiError('The server cannot be reached.', 0);
  });
  const text = await response.text();
  if (response.ok) return text;
  if (response.status === 401 && path !== '/api/v1/session') state.onSignedOut();
  throw refusal(response, text);
}

function sendJson(method: Method, path: string, body: unknown, options: Options): Promise<unknown> {
  return body === undefined ? send(method, path, options) : send(method, path, options, JSON.stringify(body), 'application/json');
}

/** The admin API, as its document describes it: `get('/api/v1/jobs', { query: { account } })`. */
export const client = {
  get: <P extends PathsWith<'get'>>(path: P, options: Options = {}) =>
    send('get', path, options) as Promise<Answer<Operation<P, 'get'>>>,
  post: <P extends PathsWith<'post'>>(path: P, body: BodyOf<Operation<P, 'post'>>, options: Options = {}) =>
    sendJson('post', path, body, options) as Promise<Answer<Operation<P, 'post'>>>,
  patch: <P extends PathsWith<'patch'>>(path: P, body: BodyOf<Operation<P, 'patch'>>, options: Options = {}) =>
    sendJson('patch', path, body, options) as Promise<Answer<Operation<P, 'patch'>>>,
  delete: <P extends PathsWith<'delete'>>(path: P, options: Options = {}) =>
    send('delete', path, options) as Promise<Answer<Operation<P, 'delete'>>>,
  /** What is no JSON, as it came. */
  getText: (path: PathsWith<'get'>, options: Options = {}) => sendForText('get', path, options),
  /** The body is the file. */
  upload: (file: Blob, query: Query) =>
    send('post', '/api/v1/imports/upload', { query }, file, 'application/octet-stream') as Promise<Schemas['ImportDetail']>,
};

/** The message for one field of a form, if the refusal names that field (or a member within it). */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiError) || error.field === null) return undefined;
  return error.field === field || error.field.startsWith(`${field}.`) ? error.message : undefined;
}
