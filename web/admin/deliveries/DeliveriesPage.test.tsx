import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const path = '/accounts/1/deliveries';
const list = () => screen.findByLabelText('Deliveries', { selector: 'table' });

describe('deliveries', () => {
  it('stand with their reason in plain words, a page at a time', async () => {
    renderApp(path);
    const table = within(await list());
    expect(table.getByText(/Correct it at the till/)).toBeVisible();
    expect(table.getAllByRole('row')).toHaveLength(26);
    await userEvent.click(screen.getByText('Older'));
    await screen.findByText('Newer');
    await screen.findByText(/874/);
    expect(within(await list()).getAllByRole('row')).toHaveLength(9);
    expect(window.location.search).toBe('?before=877');
    await userEvent.click(screen.getByText('Newer'));
    expect(await screen.findByLabelText('Select 901')).toBeVisible();
    expect(window.location.search).toBe('');
  });

  it('can be chosen and sent again, or held back', async () => {
    const changes = renderApp(path);
    await list();
    expect(screen.getByText('Send again').closest('button')).toBeDisabled();
    await userEvent.click(screen.getByLabelText('Select 901'));
    await userEvent.click(screen.getByLabelText('Select 900'));
    await userEvent.click(screen.getByText('Send 2 again'));
    await screen.findByText('Send again');
    await userEvent.click(screen.getByLabelText('Select 899'));
    await userEvent.click(screen.getByText('Hold back'));
    await screen.findByText('Send again');
    expect(changes).toEqual([
      { call: 'POST /api/v1/deliveries/replay', body: { delivery_ids: ['901', '900'] } },
      { call: 'POST /api/v1/deliveries/park', body: { delivery_ids: ['899'] } },
    ]);
  });

  it('say so when there are none, and when they cannot be had', async () => {
    renderApp(path, { 'GET /api/v1/deliveries': () => ({ status: 200, body: { items: [], next: null } }) });
    expect(await screen.findByText('Nothing here')).toBeVisible();
  });

  it('offer to try again when the server fails', async () => {
    renderApp(path, { 'GET /api/v1/deliveries': () => problem(503, 'The disk is full.') });
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(screen.getByText('Try again')).toBeVisible();
  });
});

describe('the filter of deliveries', () => {
  it('stands in the address, and is read from there', async () => {
    const asked: string[] = [];
    const answer = { status: 200, body: { items: [], next: null } };
    renderApp(`${path}?state=parked&kind=order_completed&from=2026-11-23T11:00:00.000Z&error=403`, {
      'GET /api/v1/deliveries': ({ query }) => {
        asked.push(query.toString());
        return answer;
      },
    });
    expect(await screen.findByText(/No delivery matches/)).toBeVisible();
    expect(asked[0]).toBe('account=1&state=parked&kind=order_completed&from=2026-11-23T11%3A00%3A00.000Z&error=403&limit=25');
    expect(screen.getByLabelText('From')).toHaveValue('2026-11-23T12:00');
    await userEvent.type(screen.getByLabelText('Order'), '11513{Enter}');
    expect(window.location.search).toContain('order=11513');
    await userEvent.click(screen.getByText('Clear the filter'));
    expect(window.location.search).toBe('');
    expect(screen.getByLabelText('Order')).toHaveValue('');
  });

  it('finds a customer by e-mail, and keeps only the number', async () => {
    renderApp(path);
    await list();
    await userEvent.type(screen.getByLabelText('Customer'), 'nobody@example.com{Enter}');
    expect(await screen.findByText('Nobody has exactly this.')).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Customer'));
    await userEvent.type(screen.getByLabelText('Customer'), 'vera@example.com{Enter}');
    expect(await screen.findByDisplayValue('77')).toBeVisible();
    expect(window.location.search).toBe('?customer=77');
  });

  it('searches on a few times when answers are empty, then asks whether to go further back', async () => {
    const asked: (string | null)[] = [];
    renderApp(`${path}?error=odd`, {
      'GET /api/v1/deliveries': ({ query }) => {
        const before = query.get('before');
        asked.push(before);
        return { status: 200, body: { items: [], next: before === '500' ? null : String(Number(before ?? 1_000) - 100) } };
      },
    });
    await userEvent.click(await screen.findByText('Search further back'));
    expect(await screen.findByText(/No delivery matches/)).toBeVisible();
    expect(asked).toEqual([null, '900', '800', '700', '600', '500']);
  });
});

describe('all that match', () => {
  it('are sent again after a question that says in words which', async () => {
    const counted: string[] = [];
    const changes = renderApp(`${path}?kind=order_completed&from=2026-11-23T11:00:00.000Z&error=403`, {
      'GET /api/v1/deliveries/count': ({ query }) => {
        counted.push(query.toString());
        return { status: 200, body: { count: 1_204, exact: true } };
      },
    });
    await list();
    await userEvent.click(screen.getByText('Send all refused again'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'is refused or held back', 'belongs to Åsas Kläder', 'is of the kind “Purchase”', 'was made 23/11/2026, 12:00 or later', 'has “403” in its reason',
    ]);
    expect(await dialog.findByText('That is 1,204 deliveries.')).toBeVisible();
    expect(counted).toEqual(['account=1&kind=order_completed&from=2026-11-23T11%3A00%3A00.000Z&error=403&state=parked']);
    await userEvent.click(dialog.getByText('Send all refused again'));
    expect(changes).toEqual([
      {
        call: 'POST /api/v1/deliveries/replay',
        body: { all: 'parked', account: '1', kind: 'order_completed', from: '2026-11-23T11:00:00.000Z', error: '403' },
      },
    ]);
  });

  it('are held back, with the reason that was typed', async () => {
    const changes = renderApp(`${path}?state=pending`);
    await list();
    expect(screen.queryByText('Send all refused again')).toBeNull();
    await userEvent.click(screen.getByText('Hold all waiting back'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('That is one delivery.')).toBeVisible();
    await userEvent.type(dialog.getByLabelText(/^Why/), 'Rule is being mended');
    await userEvent.click(dialog.getByText('Hold all waiting back'));
    expect(changes[0]?.body).toEqual({ all: 'pending', account: '1', reason: 'Parked by hand: Rule is being mended' });
  });
  it.each([
    [{ status: 200, body: { count: 100_000, exact: false } }, 'That is 100,000 deliveries or more.', false],
    [{ status: 200, body: { count: 0, exact: true } }, 'There is none of these now.', true],
    [problem(503, 'The disk is full.'), 'They could not be counted.', false],
  ])('are not always so many, or known', async (answer, text, isOff) => {
    renderApp(path, { 'GET /api/v1/deliveries/count': () => answer });
    await list();
    await userEvent.click(screen.getByText('Send all refused again'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(text)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Send all refused again' }).hasAttribute('disabled')).toBe(isOff);
  });
});
