import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { finished, running } from '../testing/erasure_samples';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

afterEach(() => {
  vi.useRealTimers();
});

const section = async (name: string) => within(await screen.findByLabelText(name, { selector: 'section' }));
const shown = (element: HTMLElement) => within(element).getAllByRole('cell').map(({ textContent }) => textContent);

async function openDialog() {
  await userEvent.click(await screen.findByText('Erase the person'));
  return within(await screen.findByRole('dialog', { name: 'Erase Vera Ek?' }));
}

describe('a person', () => {
  it('is erased only when the customer number is typed, and the certificate follows', async () => {
    const changes = renderApp('/accounts/1/customers/77');
    const dialog = await openDialog();
    expect(dialog.getByText('This cannot be taken back.')).toBeVisible();
    expect(dialog.getByText(/^Sitoo keeps a customer record of its own/)).toBeVisible();
    const button = dialog.getByRole('button', { name: 'Erase for good' });
    await userEvent.type(dialog.getByLabelText(/^Type the customer number 77/), '7');
    expect(button).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Type the customer number 77/), '7');
    await userEvent.click(button);
    expect(await screen.findByRole('heading', { name: 'Certificate of erasure 6' })).toBeVisible();
    expect(window.location.pathname).toBe('/accounts/1/erasures/6');
    expect(screen.queryByText('Vera Ek')).toBeNull();
    expect(changes).toEqual([{ call: 'POST /api/v1/customers/77/erase', body: { account: '1', confirm: '77' } }]);
  });

  it('can be exported first', async () => {
    const made = vi.fn(() => 'blob:1');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined }));
    renderApp('/accounts/1/customers/77');
    await userEvent.click((await openDialog()).getByText('Export everything'));
    await vi.waitFor(() => { expect(made).toHaveBeenCalledOnce(); });
  });

  it.each([
    [problem(400, 'This is not the customer’s id.', 'confirm'), 'This is not the customer’s id.'],
    [problem(503, 'The disk is full.'), 'The disk is full.'],
  ])('stays when the server refuses', async (refusal, text) => {
    renderApp('/accounts/1/customers/77', { 'POST /api/v1/customers/{}/erase': () => refusal });
    const dialog = await openDialog();
    await userEvent.type(dialog.getByLabelText(/^Type/), '77');
    await userEvent.click(dialog.getByText('Erase for good'));
    expect(await dialog.findByText(text)).toBeVisible();
  });
});

describe('the certificate', () => {
  it('says of each place how far it is, and why Rule has not done it', async () => {
    renderApp('/accounts/1/erasures/6');
    const where = await section('Where');
    expect(where.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'HereDoneAll that was only about the person is gone since 29/11/2026, 14:05:00.',
      'What came inGoing onMessages and files that came in are being read through for the person.',
      'RuleWaitsRule has not done it yet. It is tried again by itself.Why not yetRule answered 503.',
      expect.stringMatching(/^What the person is found byGoing onAddresses, phone and numbers of purchases are kept until all else is done/),
    ]);
    expect(shown(await screen.findByRole('table', { name: 'What is gone' }))).toEqual([
      'Card', '1', 'Ways to find the person', '3', 'Tries of deliveries', '1,204',
    ]);
    expect(shown(screen.getByRole('table', { name: 'What stays' }))).toEqual(['Orders', '3']);
  });

  it('goes on by itself until all is done', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let state = running;
    renderApp('/accounts/1/erasures/6', { 'GET /api/v1/erasures/{}': () => ({ status: 200, body: state }) });
    expect(await screen.findByText('Still going on')).toBeVisible();
    state = { ...finished, erasure_id: '6', identifiers: 'running' };
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await screen.findByText('Done', { selector: '[role="status"] *' })).toBeVisible();
    expect(screen.getByText(/^Addresses, phone and numbers of purchases are kept/)).toBeVisible();
    state = { ...finished, erasure_id: '6' };
    await vi.advanceTimersByTimeAsync(30_100);
    expect(await screen.findByText('Addresses, phone and numbers of purchases are gone as well.')).toBeVisible();
    expect(screen.getByText('Nothing known')).toBeVisible();
    expect((await section('What stays')).getByText('Nothing.')).toBeVisible();
  });

  it('can be kept as a file, and printed', async () => {
    const made = vi.fn(() => 'blob:1');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined }));
    const print = vi.spyOn(window, 'print').mockReturnValue();
    renderApp('/accounts/1/erasures/5');
    await userEvent.click(await screen.findByText('Save as file'));
    expect(made).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByText('Print'));
    expect(print).toHaveBeenCalledOnce();
  });

  it('is not there', async () => {
    renderApp('/accounts/1/erasures/9', { 'GET /api/v1/erasures/{}': () => problem(404, 'There is none.') });
    expect(await screen.findByText('There is no such certificate in this shop')).toBeVisible();
  });
});

describe('the list', () => {
  it('is reached from the customers, and leads to each certificate', async () => {
    renderApp('/accounts/1/customers');
    await userEvent.click(await screen.findByText('Who has been erased'));
    expect(await screen.findByText('Whoever has the admin token (command line)')).toBeVisible();
    expect(screen.getByRole('link', { name: /^Customers/, current: 'page' })).toBeVisible();
    await userEvent.click(screen.getByLabelText('Details 5'));
    expect(await screen.findByRole('heading', { name: 'Certificate of erasure 5' })).toBeVisible();
  });

  it('says when it is empty', async () => {
    renderApp('/accounts/1/erasures', { 'GET /api/v1/erasures': () => ({ status: 200, body: { items: [] } }) });
    expect(await screen.findByText('Nobody has been erased')).toBeVisible();
  });
});
