import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { axeFaults } from '../testing/axe_faults';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const table = async () => within(await screen.findByRole('table', { name: 'Audit log' }));
const columnOf = (rows: HTMLElement[], index: number) => rows.slice(1).map((row) => within(row).getAllByRole('cell')[index]?.textContent);

describe('the audit log', () => {
  it('says in words who did what, and how it went', async () => {
    renderApp('/accounts/1/audit');
    const rows = (await table()).getAllByRole('row');
    expect(columnOf(rows, 0)).toEqual(['4', '3', '2', '1']);
    expect(columnOf(rows, 2)).toEqual([
      'The user anna', 'The API token till-report', 'Whoever has the admin token (command line)', 'The owner in these pages',
    ]);
    expect(columnOf(rows, 3)).toEqual(['Erased a person', 'Searched for a customer', 'POST /api/v1/new/thing', 'Changed settings']);
    expect(columnOf(rows, 5)).toEqual(['Done', 'Done', 'Refused (409)', 'Done']);
  });

  it('is of the shop that is chosen, or of no one shop, and goes on page by page', async () => {
    renderApp('/accounts/1/audit');
    await table();
    expect(screen.queryByText('Older')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Of which shop'), 'Of no one shop');
    expect((await screen.findAllByText('Somebody not signed in')).length).toBe(25);
    await userEvent.click(screen.getByText('Older'));
    expect(await (await table()).findByText('5')).toBeVisible();
    expect(window.location.search).toBe('?of=0&before=6');
    await userEvent.click(screen.getByText('Newer'));
    expect(await (await table()).findByText('30')).toBeVisible();
  });

  it('says where it is empty, also of a shop that was removed', async () => {
    renderApp('/audit?of=99');
    expect(await screen.findByText('Nothing has been noted here yet')).toBeVisible();
    expect(screen.getByDisplayValue('Removed shop 99')).toBeVisible();
  });
});

describe('the verification', () => {
  it('says of each shop whether its entries are whole, and leads to them', async () => {
    renderApp('/audit?of=99');
    await userEvent.click(await screen.findByText('Verify'));
    const chains = within(await screen.findByRole('table', { name: 'Is it whole?' }));
    expect(chains.getByText('Whole')).toBeVisible();
    expect(chains.getByText('Broken at 3')).toBeVisible();
    expect(chains.getByRole('button', { name: 'Copy: Last seal, Åsas Kläder' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('tampered with');
    expect(await axeFaults()).toEqual([]);
    await userEvent.click(chains.getByText('Åsas Kläder'));
    expect(await screen.findByText('Erased a person')).toBeVisible();
  });

  it('says that all is whole, or that it could not be asked', async () => {
    let answer = { status: 200, body: { whole: true, chains: [] } as unknown };
    renderApp('/audit', { 'GET /api/v1/audit/verification': () => answer });
    await userEvent.click(await screen.findByText('Verify'));
    expect(await screen.findByText(/^Every entry is as it was written/)).toBeVisible();
    answer = problem(503, 'The disk is full.');
    await userEvent.click(screen.getByText('Verify'));
    expect(await screen.findByText('The disk is full.')).toBeVisible();
  });
});
