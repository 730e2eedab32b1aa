import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, client, fieldError, keepCsrf, onSignedOut } from './client';

function answer(status: number, body: unknown) {
  const seen: { path: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    seen.push({ path, init });
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return seen;
}

afterEach(() => {
  keepCsrf({ state: 'signed_out' });
});

describe('the client', () => {
  it('sends what proves the session with every change, and not with a read', async () => {
    keepCsrf({ state: 'signed_in', csrf: 'abc' });
    const seen = answer(200, { items: [], count: 1 });
    await client.get('/api/v1/jobs', { query: { account: '1' } });
    await client.post('/api/v1/deliveries/replay', { all: 'parked' });
    expect(seen.map(({ path }) => path)).toEqual(['/api/v1/jobs?account=1', '/api/v1/deliveries/replay']);
    expect(seen.map(({ init }) => (init.headers as Record<string, string>)['X-CSRF-Token'])).toEqual([undefined, 'abc']);
  });

  it('shows a refusal at the field that it names', async () => {
    const problem = { statuscode: 400, errortext: 'name: No.', error_code: 'bad-request', error_data: { message: 'No.', field: 'name' } };
    answer(400, problem);
    const error: unknown = await client.post('/api/v1/accounts', { name: '', rule_api_key: '' }).catch((reason: unknown) => reason);
    expect(fieldError(error, 'name')).toBe('No.');
    expect(fieldError(error, 'country')).toBeUndefined();
  });

  it('tells when the session has ended', async () => {
    const ended = vi.fn();
    onSignedOut(ended);
    answer(401, {});
    await expect(client.get('/api/v1/jobs')).rejects.toThrow('401');
    expect(ended).toHaveBeenCalledOnce();
  });

  it('fills places of a path', () => {
    expect(addressOf('/api/v1/imports/{import}', { params: { import: '7' }, query: { account: 1 } })).toBe('/api/v1/imports/7?account=1');
  });
});
