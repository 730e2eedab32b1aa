import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { cap, openTill, receipt, sent } from './testing';

describe('the till, by keyboard alone', () => {
  const user = userEvent.setup();

  it('registers who was not found and sells to them', async () => {
    const calls = await openTill();
    await user.keyboard('{F2}');
    await waitFor(() => {
      expect(screen.getByPlaceholderText('Phone or email')).toHaveFocus();
    });
    await user.keyboard('+46701234567{Enter}');
    expect(await screen.findByText('No customer found')).toBeVisible();
    await user.keyboard('{Enter}');

    expect(await screen.findByLabelText('Mobile phone')).toHaveValue('+46701234567');
    expect(screen.queryByLabelText('Personal ID')).toBeNull();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Required')).toBeVisible();
    expect(screen.getByLabelText(/First name/)).toHaveFocus();
    await user.keyboard('Anna{Enter}');

    expect(await screen.findByRole('region', { name: 'Customer card' })).toHaveTextContent('Club number 10001');
    expect(sent(calls, '/pos/api/customers')[0]?.body).toMatchObject({ namefirst: 'Anna', namelast: 'Ek', mobile: '+46701234567' });
    await user.keyboard('{Escape}');

    expect(screen.getByLabelText('Add product')).toHaveFocus();
    await user.keyboard('2*cap{Enter}{F4}');
    await user.keyboard('1');
    expect(await screen.findByRole('article', { name: 'Receipt' })).toHaveTextContent('Club number10001');
    expect(sent(calls, '/pos/api/sales').map((call) => call.body)).toEqual([
      { contactid: 'c1', items: [{ ...cap, quantity: 2 }], bonus_checks: [], payment: 'Card' },
    ]);
    expect(screen.getByText('Copy sent to the CRM')).toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.getByText('The basket is empty')).toBeVisible();
  });

  it('shows a refused registration at its field', async () => {
    const error = { message: 'This number is too short', field: 'mobile', status: 400 };
    await openTill({ 'POST /pos/api/customers': { status: 400, body: { error } } });
    await user.keyboard('{F2}');
    await user.click(await screen.findByRole('button', { name: 'New customer' }));
    await user.type(await screen.findByLabelText(/First name/), 'Anna{Enter}');
    expect(await screen.findByText('This number is too short')).toBeVisible();
    expect(screen.getByLabelText('Mobile phone')).toHaveFocus();
  });

  it('keeps the basket when a sale is refused, and says why', async () => {
    const error = { message: 'The check is used already', field: null, status: 409 };
    await openTill({ 'POST /pos/api/sales': { status: 409, body: { error } } });
    await user.keyboard('cap{Enter}{F4}2');
    expect(await screen.findByText('The check is used already')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(within(screen.getByRole('list', { name: 'Basket lines' })).getByText('Wool cap')).toBeVisible();
  });

  it('tells when the CRM has no copy yet', async () => {
    const copy = { sent: false, status: 503, message: 'The CRM is down.' };
    await openTill({ 'POST /pos/api/sales': { body: { receipt, copy } } });
    await user.keyboard('cap{Enter}{F4}1');
    expect(await screen.findByText(/The CRM is down\./)).toBeVisible();
  });

  it('does not open the payment of an empty basket', async () => {
    await openTill();
    await user.keyboard('{F4}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
