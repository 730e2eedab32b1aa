import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../../components/testing';
import type { Contact } from '../contact/contact';
import { anna, openTill, sent } from './testing';

const rich: Contact = {
  ...anna,
  bonuschecks: [
    { bonuscheckid: 'b1', name: 'Autumn', value: '100.00', remaining: '60.00', currency: 'SEK', validto: '2099-12-31', redeemed: false },
    { bonuscheckid: 'b2', name: 'Spring', value: '50.00', redeemed: true, dateredeemed: '2026-05-01' },
  ],
  promotions: [{ promotionid: 'p1', name: 'Free alteration', description: 'All year' }],
  status: { color: 'yellow', text: 'Rule does not answer.' },
  sections: [{ title: 'Club', values: [{ title: 'Level', text: 'Gold', type: 'text' }] }],
};
const card = (contact: Contact): Record<string, FakeAnswer> => ({
  'GET /pos/api/customers': { body: { contact } },
  'GET /pos/api/customers/c1': { body: { contact } },
});
const user = userEvent.setup();

async function openCard(): Promise<HTMLElement> {
  await user.keyboard('{F2}');
  await user.type(await screen.findByLabelText('Find customer'), 'anna@example.com{Enter}');
  return screen.findByRole('region', { name: 'Customer card' });
}

const basket = () => screen.getByRole('region', { name: 'Basket' });

describe('the customer card', () => {
  it('shows what is left of a check, until when, and when another was used', async () => {
    await openTill(card(rich));
    const checks = within(await openCard());
    expect(checks.getByRole('listitem', { name: 'Autumn' })).toHaveTextContent('60.00 left of 100.00 SEKValid to Dec 31, 2099');
    expect(checks.getByRole('button', { name: 'Add to purchase Autumn' })).toBeVisible();
    expect(checks.getByRole('listitem', { name: 'Spring' })).toHaveTextContent('Used May 1, 2026');
    expect(checks.queryByRole('button', { name: 'Add to purchase Spring' })).toBeNull();
    expect(checks.getByText('Free alteration')).toBeVisible();
  });

  it('says that it may be out of date, and shows the sections of the CRM', async () => {
    await openTill(card(rich));
    const shown = within(await openCard());
    expect(shown.getByRole('status', { name: 'Customer status' })).toHaveTextContent('Rule does not answer. This card may be out of date.');
    expect(shown.getByRole('region', { name: 'Club' })).toHaveTextContent('LevelGold');
  });

  it('has no word about bonus checks when there are none, nor of a status that says nothing', async () => {
    await openTill(card({ ...anna, status: { color: 'green', text: '' } }));
    expect(await openCard()).not.toHaveTextContent(/bonus/i);
    expect(screen.queryByRole('status', { name: 'Customer status' })).toBeNull();
  });

  it('shows where purchases were made, newest first', async () => {
    const purchase = (orderid: string, orderdate: string, channel: string) => ({
      orderid, receiptid: orderid, orderdate, type: 'sale', total: '10.00', currency: 'SEK', store: '', channel, lines: [],
    });
    const items = [purchase('R1', '2026-01-01T10:00:00Z', ''), purchase('W2', '2026-02-01T10:00:00Z', 'Webshop')];
    await openTill({ ...card(anna), 'GET /pos/api/customers/c1/purchases': { body: { items } } });
    const rows = await within(await openCard()).findAllByRole('button', { name: /10\.00 SEK/ });
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining('Webshop'), expect.stringContaining('R1')]);
  });
});

describe('a bonus check at the till', () => {
  it('is used in part: as a discount in the basket and on the slip', async () => {
    const calls = await openTill(card(rich));
    await user.keyboard('cap{Enter}');
    await openCard();
    await user.keyboard('1');
    await user.type(await screen.findByLabelText('Use only this much of Autumn'), '40');
    await user.click(screen.getByRole('button', { name: 'Continue with this customer' }));
    expect(within(basket()).getByRole('listitem', { name: 'Bonus check Autumn' })).toHaveTextContent('40.00 of 60.00−40.00');
    await user.keyboard('{F4}');
    expect(await screen.findByTestId('left-to-pay')).toHaveTextContent('309.00 SEK');
    expect(within(screen.getByRole('dialog')).getByRole('list', { name: 'Sum' })).toHaveTextContent('Autumn−40.00 SEK');
    await user.keyboard('1');
    await screen.findByRole('article', { name: 'Receipt' });
    expect(sent(calls, '/pos/api/sales')[0]?.body).toMatchObject({ bonus_checks: [{ bonus_check_id: 'b1', amount: '40.00' }] });
  });

  it('cannot be used for more than is left', async () => {
    await openTill(card(rich));
    await user.keyboard('cap{Enter}');
    await openCard();
    await user.keyboard('1');
    await user.type(await screen.findByLabelText('Use only this much of Autumn'), '61');
    expect(within(basket()).getByText('6.00 of 60.00')).toBeInTheDocument();
  });

  it('that the CRM refuses is not used, says why, and leaves the basket as it was', async () => {
    const message = 'The check was used at 10:42 at another till.';
    const answers: Record<string, FakeAnswer> = { ...card(rich), 'POST /pos/api/sales': { status: 409, body: { error: { message, field: 'bonus_checks', status: 409 } } } };
    await openTill(answers);
    await user.keyboard('cap{Enter}');
    await openCard();
    await user.keyboard('1{Escape}');
    answers['GET /pos/api/customers/c1'] = { body: { contact: { ...rich, bonuschecks: [{ ...rich.bonuschecks?.[0], redeemed: true }] } } };
    await user.keyboard('{F4}1');

    const row = await within(basket()).findByRole('listitem', { name: 'Refused bonus check Autumn' });
    expect(row).toHaveTextContent(message);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(basket()).getByText('Wool cap')).toBeVisible();
    expect(screen.getByTestId('to-pay')).toHaveTextContent('349.00 SEK');
    await user.keyboard('{F2}');
    expect(await screen.findByRole('listitem', { name: 'Autumn' })).toHaveTextContent(message);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Dismiss the refusal of Autumn' }));
    expect(within(basket()).queryByText(message)).toBeNull();
  });
});
