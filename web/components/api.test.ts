import { describe, expect, it, vi } from 'vitest';
import { api, ApiError, fieldOf, messageOf, withQuery } from './api';
import { fakeServer } from './testing';

describe('api', () => {
  it('sends JSON and returns the parsed answer', async () => {
    const calls = fakeServer({ 'POST /x': { body: { id: 1 } } });
    expect(await api.post('/x', { a: 1 })).toEqual({ id: 1 });
    expect(calls).toEqual([{ method: 'POST', path: '/x', body: { a: 1 } }]);
  });

  it('turns a refusal into its message, status and field', async () => {
    fakeServer({
      'PUT /x': { status: 400, body: { error: { message: 'Not a URL', field: 'custom_crm.api_url', status: 400 } } },
    });
    const error: unknown = await api.put('/x', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(messageOf(error)).toBe('Not a URL');
    expect(fieldOf(error)).toBe('api_url');
  });

  it('names the status when the answer is not ours', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    await expect(api.get('/x')).rejects.toThrow('502');
  });

  it('says so when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(api.get('/x')).rejects.toThrow('cannot be reached');
  });

  it('accepts an empty answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    await expect(api.delete('/x')).resolves.toBeUndefined();
  });

  it('encodes the plus sign of a phone number', () => {
    expect(withQuery('/c', { key: '+46701234567', page: 1, q: '' })).toBe('/c?key=%2B46701234567&page=1');
  });
});
