import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { pages } from '../route';
import { tables } from '../texts/tables';
import { axeFaults } from './axe_faults';
import { renderApp } from './render';

it.each(pages)('%s can be used by whoever cannot see or point', async (page) => {
  renderApp(`/accounts/1/${page}`, {}, 'sv');
  await screen.findByRole('heading', { level: 1 });
  await screen.findAllByText(page === 'setup' ? tables.sv.guide.version : tables.sv.shell.pages[page]);
  expect(await axeFaults()).toEqual([]);
});

it.each(['customers/77', 'customers/77?tab=purchases', 'customers/77?tab=bonus', 'customers/77?tab=consents', 'deliveries/901'])('%s can, too', async (place) => {
  renderApp(`/accounts/1/${place}`, {}, 'sv');
  await screen.findAllByText('Vera Ek');
  await vi.waitFor(() => { expect(screen.queryByRole('status', { name: tables.sv.words.loading })).toBeNull(); });
  for (const fold of document.querySelectorAll<HTMLElement>('main [aria-expanded=false]')) await userEvent.click(fold);
  expect(await axeFaults()).toEqual([]);
});

it.each(['webhooks/5', 'webhooks/4?state=failed'])('%s can, too', async (place) => {
  renderApp(`/accounts/1/${place}`, {}, 'sv');
  await screen.findByRole('table', { name: tables.sv.sendings.title });
  expect(await axeFaults()).toEqual([]);
});

it.each(['first_run', 'signed_out'])('the door (%s) can, too', async (state) => {
  renderApp('/', { 'GET /api/v1/session': () => ({ status: 200, body: { state } }) });
  await screen.findByRole('heading', { level: 1 });
  expect(await axeFaults()).toEqual([]);
});

it.each(['en', 'sv'] as const)('the question before all that match are sent again can, too (%s)', async (language) => {
  renderApp('/accounts/1/deliveries?kind=order_completed', {}, language);
  await userEvent.click(await screen.findByText(tables[language].deliveryFilter.replayAll));
  await screen.findByText(tables[language].deliveryFilter.matches(2, '2'));
  expect(await axeFaults()).toEqual([]);
});
