import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BonusCheck, Contact } from '../contact/contact';
import { anna, openTill, receipt } from './testing';

const check: BonusCheck = { bonuscheckid: 'b1', name: 'Autumn', value: '100.00', remaining: '0.00', redeemed: true };
const spent: Contact = { ...anna, bonuschecks: [check] };
const open: Contact = { ...anna, bonuschecks: [{ ...check, remaining: '100.00', redeemed: false }] };
const user = userEvent.setup();

async function takeBack(cardAfter: Contact) {
  await openTill({
    'GET /pos/api/sales': { body: { items: [receipt] } },
    'GET /pos/api/customers': { body: { contact: spent } },
    'GET /pos/api/customers/c1': { body: { contact: cardAfter } },
    'POST /pos/api/refunds': { body: { receipt: { ...receipt, type: 'return' }, copy: { sent: true, status: 200, message: '' } } },
  });
  await user.keyboard('{F8}');
  await user.click(await screen.findByRole('button', { name: /^Sale ?R1/ }));
  await user.click(screen.getByRole('checkbox', { name: /Wool cap/ }));
  await user.click(screen.getByRole('button', { name: /^Refund \d/ }));
  expect(await screen.findByRole('heading', { name: 'Refunded' })).toBeVisible();
}

describe('after a return', () => {
  it('the till says that the bonus check is given back when the card shows it', async () => {
    await takeBack(open);
    expect(await screen.findByText('The bonus check is given back')).toBeVisible();
    expect(screen.getByText('Autumn: 100.00 SEK can be used again.')).toBeVisible();
  });

  it('the till says nothing while the card does not', async () => {
    await takeBack(spent);
    expect(screen.getByRole('status', { name: 'Bonus checks given back' })).toBeEmptyDOMElement();
  });
});
