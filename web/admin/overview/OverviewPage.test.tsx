import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { axeFaults } from '../testing/axe_faults';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { jobs, overview } from '../testing/samples';
import { tables } from '../texts/tables';
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

it('shows the same by day, and the address says so', async () => {
  renderApp('/accounts/1/overview');
  expect((await part('Deliveries by hour')).getAllByRole('row', { hidden: true })).toHaveLength(25);
  await userEvent.click(screen.getByText('30 days'));
  expect(window.location.search).toBe('?by=day');
  const rows = (await part('Deliveries by day')).getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent);
  expect([rows.length, rows[0], rows.at(-1)]).toEqual([31, 'DayTold to RuleRefused', '29 Nov 20268700']);
  expect((await part('Received by day')).getByText('1,160')).toBeInTheDocument();
  await userEvent.click(screen.getByText('24 hours'));
  expect(window.location.search).toBe('');
});

it.each(['en', 'sv'] as const)('begins by day where the address says so, for everybody (%s)', async (language) => {
  renderApp('/accounts/1/overview?by=day', {}, language);
  await part(tables[language].overview.chartDeliveries.day);
  expect(await axeFaults()).toEqual([]);
});

it('says when the days cannot be had, and that nothing has happened in them', async () => {
  let answer = problem(503, 'The disk is full.');
  renderApp('/accounts/1/overview?by=day', {
    'GET /api/v1/overview': ({ query }) => (query.get('days') === null ? { status: 200, body: overview } : answer),
  });
  expect(await screen.findByText('The days cannot be shown')).toBeVisible();
  answer = { status: 200, body: { ...overview, days: overview.days.map(({ date }) => ({ date, received: 0, delivered: 0, parked: 0 })) } };
  await userEvent.click(screen.getByText('Try again'));
  expect(await screen.findAllByText('Nothing has happened in the last 30 days.')).toHaveLength(2);
});

it('leads from work on erased people to their certificates', async () => {
  renderApp('/accounts/1/overview', { 'GET /api/v1/jobs': () => ({ status: 200, body: { items: [{ ...jobs[0], kind: 'erasures' }] } }) });
  expect(await screen.findByText('Erased people')).toHaveAttribute('href', '/accounts/1/erasures');
});
