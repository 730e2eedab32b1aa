import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { pages } from '../route';
import { tables } from '../texts/tables';
import { renderApp } from './render';

// Colours need a browser that paints.
const options: axe.RunOptions = { rules: { 'color-contrast': { enabled: false } } };

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

it.each(pages)('%s can be used by whoever cannot see or point', async (page) => {
  renderApp(`/accounts/1/${page}`, {}, 'sv');
  await screen.findByRole('heading', { level: 1 });
  await screen.findAllByText(page === 'setup' ? tables.sv.guide.version : tables.sv.shell.pages[page]);
  expect(await faults()).toEqual([]);
});

it.each(['first_run', 'signed_out'])('the door (%s) can, too', async (state) => {
  renderApp('/', { 'GET /api/v1/session': () => ({ status: 200, body: { state } }) });
  await screen.findByRole('heading', { level: 1 });
  expect(await faults()).toEqual([]);
});
