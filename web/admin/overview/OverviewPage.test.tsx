import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '../testing/render';
import { overview } from '../testing/samples';
import { loadOf } from './LimitCard';

const part = async (name: string) => within(await screen.findByLabelText(name, { selector: 'section' }));

it('shows what needs a person, with what to do, and the work that goes on', async () => {
  renderApp('/accounts/1/overview');
  const troubles = await part('What needs you');
  expect(await troubles.findByText('The e-mail is not accepted. (29/11/2026, 14:05)')).toBeVisible();
  expect(troubles.getByText(/Correct it at the till, then send again/)).toBeVisible();
  const work = await part('Work that goes on');
  expect(await work.findByText(/4,200 of 12,000 done · about 1 min 35 s left/)).toBeVisible();
  expect(work.queryByText('Missed orders')).toBeNull();
});

it('shows how near a shop is to Rule’s limit, and what waits because of it', async () => {
  renderApp('/accounts/1/overview', {
    'GET /api/v1/overview': () => ({ status: 200, body: { ...overview, accounts: overview.accounts.map((shop) => ({ ...shop, error_share: 0.7 })) } }),
  });
  const limit = await part('Rule’s limit for errors');
  expect(limit.getAllByText('70% of the limit')).toHaveLength(2);
  expect(limit.getAllByText(/Background work waits/)).toHaveLength(2);
  expect([0.1, 0.6, 0.85, 1.2].map(loadOf)).toEqual(['calm', 'work', 'look_ups', 'blocked']);
});

it('says that all is well', async () => {
  const none = () => ({ status: 200, body: { items: [], next: null } });
  renderApp('/accounts/1/overview', { 'GET /api/v1/doctor': none, 'GET /api/v1/deliveries': none, 'GET /api/v1/jobs': none });
  expect(await screen.findByText(/^Nothing\. Whatever Rule/)).toBeVisible();
  expect(screen.getByText('No long work is going on now.')).toBeVisible();
});
