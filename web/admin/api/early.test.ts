import { beforeEach, expect, it, vi } from 'vitest';
import { client } from './client';
import { askEarly, takeEarly } from './early';

let seen: string[] = [];
const answers: Record<string, unknown> = {
  '/api/v1/session': { state: 'signed_in' },
  '/api/v1/accounts': { items: [{ account_id: '7' }] },
};

beforeEach(() => {
  seen = [];
  vi.spyOn(performance, 'now').mockReturnValue(500);
  vi.stubGlobal('fetch', (address: string) => {
    seen.push(address);
    return Promise.resolve(new Response(JSON.stringify(answers[address] ?? {})));
  });
});

it('asks at the door only who is there', () => {
  askEarly({ page: 'overview', account: null }, false);
  expect(seen).toEqual(['/api/v1/session']);
});

it('asks for the overview of the only shop there is, and is asked no second time', async () => {
  askEarly({ page: 'overview', account: null }, true);
  await vi.waitFor(() => { expect(seen).toEqual(['/api/v1/session', '/api/v1/accounts', '/api/v1/overview?account=7']); });
  expect(await client.get('/api/v1/session')).toEqual({ state: 'signed_in' });
  expect((await client.get('/api/v1/accounts')).items).toHaveLength(1);
  expect(seen).toHaveLength(3);
  await client.get('/api/v1/session');
  expect(seen.at(-1)).toBe('/api/v1/session');
});

it('hands out nothing that has become old', () => {
  askEarly({ page: 'doctor', account: '7' }, true);
  vi.spyOn(performance, 'now').mockReturnValue(20_000);
  expect(takeEarly('/api/v1/accounts')).toBeUndefined();
});
