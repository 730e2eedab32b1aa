import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../../../components/testing';
import { anna, openTill, receipt, sent } from '../testing';
import type { SaleRequest } from '../types';
import { lateSales } from './late_sales';
import { setOnline } from './line';
import { sendLate } from './send_late';

const user = userEvent.setup();
const ok: FakeAnswer = { body: { receipt, copy: { sent: true, status: 200, message: '' } } };
const down: FakeAnswer = { status: 503, body: { error: { message: 'Sitoo is down.', field: null, status: 503 } } };

const switchTill = () => user.click(screen.getByRole('switch', { name: 'Online' }));
const sell = () => user.keyboard('cap{Enter}{F4}1');
const sales = (calls: Parameters<typeof sent>[0]) => sent(calls, '/pos/api/sales').map((call) => call.body as SaleRequest);

beforeEach(() => {
  window.localStorage.clear();
});

describe('a till that is offline', () => {
  it('sells on, keeps the sales and says how many wait', async () => {
    const calls = await openTill();
    await switchTill();
    await sell();
    expect(await screen.findByRole('article', { name: 'Receipt' })).toHaveTextContent('ReceiptOffline 1');
    expect(screen.getByText('1 sale waits on this till')).toBeVisible();
    await user.keyboard('{F9}');
    await sell();
    expect(await screen.findByText('2 sales wait on this till')).toBeVisible();
    expect(sales(calls)).toEqual([]);
    expect(lateSales()).toMatchObject([{ number: 1 }, { number: 2, request: { payment: 'Card', contactid: null, spi: 'v1' } }]);
  });

  it('searches nobody and returns nothing, and says why', async () => {
    await openTill();
    await switchTill();
    await user.keyboard('{F2}');
    expect(await screen.findByText('No customer search while the till is offline')).toBeVisible();
    await user.keyboard('{Escape}{F8}');
    expect(await screen.findByText('No returns while the till is offline')).toBeVisible();
  });

  it('keeps the customer whose card was on it, without the bonus checks', async () => {
    const rich = { ...anna, bonuschecks: [{ bonuscheckid: 'b1', name: 'Autumn', value: '100.00', redeemed: false }] };
    await openTill({ 'GET /pos/api/customers': { body: { contact: rich } }, 'GET /pos/api/customers/c1': { body: { contact: rich } } });
    await user.keyboard('cap{Enter}{F2}');
    await user.type(await screen.findByLabelText('Find customer'), 'anna@example.com{Enter}');
    await screen.findByRole('region', { name: 'Customer card' });
    await user.keyboard('1{Escape}');
    expect(screen.getByTestId('to-pay')).toHaveTextContent('249.00 SEK');
    await switchTill();
    expect(screen.getByTestId('to-pay')).toHaveTextContent('349.00 SEK');
    await user.keyboard('{F4}1');
    expect(await screen.findByRole('article', { name: 'Receipt' })).toHaveTextContent('Club number10001');
    expect(lateSales()[0]?.request).toMatchObject({ contactid: 'c1', bonus_checks: [] });
  });

  it('sends them in order with their times when it is online again, and asks again when that fails', async () => {
    const answers: Record<string, FakeAnswer> = { 'POST /pos/api/sales': down };
    const calls = await openTill(answers);
    await switchTill();
    await sell();
    await user.keyboard('{F9}');
    await sell();
    const kept = lateSales();
    await switchTill();
    expect(await screen.findByText(/The last attempt failed: Sitoo is down\./)).toBeVisible();
    expect(lateSales()).toEqual(kept);
    answers['POST /pos/api/sales'] = ok;
    await act(() => sendLate(() => undefined));
    await waitFor(() => {
      expect(screen.queryByText(/on this till$/)).toBeNull();
    });
    const asked = sales(calls).map(({ sale_id, orderdate }) => [sale_id, orderdate]);
    const [first, second] = kept.map(({ id, soldAt }) => [id, soldAt]);
    expect(asked).toEqual([first, first, second]);
  });

  it('sends what an earlier page has left, once', async () => {
    setOnline(false);
    await openTill();
    await sell();
    await screen.findByRole('article', { name: 'Receipt' });
    const [left] = lateSales();
    document.body.replaceChildren();
    setOnline(true);
    const calls = await openTill();
    await waitFor(() => {
      expect(lateSales()).toEqual([]);
    });
    expect(sales(calls).map(({ sale_id }) => sale_id).filter((id) => id === left?.id).length).toBeLessThanOrEqual(1);
  });

  it('lets others pass when one is refused, and leaves that one to a person', async () => {
    const error = { message: 'There is no such till.', field: 'register', status: 400 };
    await openTill({ 'POST /pos/api/sales': { status: 400, body: { error } } });
    await switchTill();
    await sell();
    await switchTill();
    const refused = await screen.findByRole('alert');
    expect(refused).toHaveTextContent(/Offline 1, sold .* was refused: There is no such till\./);
    await user.click(within(refused).getByRole('button', { name: 'Remove Offline 1' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(lateSales()).toEqual([]);
  });
});
