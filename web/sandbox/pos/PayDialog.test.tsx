import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openTill, sent } from './testing';

const user = userEvent.setup();
const dialog = () => within(screen.getByRole('dialog'));

async function pay(amount: string, method: string) {
  const field = await screen.findByLabelText('Amount');
  await user.clear(field);
  await user.type(field, amount);
  await user.click(dialog().getByRole('button', { name: method }));
}

async function openPay() {
  const calls = await openTill();
  await user.keyboard('cap{Enter}{F4}');
  return calls;
}

describe('a sale', () => {
  it('is paid in parts until nothing is left, and made once then', async () => {
    const calls = await openPay();
    await pay('100', 'Gift card');
    expect(screen.getByTestId('left-to-pay')).toHaveTextContent('249.00 SEK');
    await pay('49', 'Cash');
    expect(sent(calls, '/pos/api/sales')).toEqual([]);
    await user.click(dialog().getByRole('button', { name: 'Card' }));
    expect(await screen.findByRole('article', { name: 'Receipt' })).toBeVisible();
    expect(sent(calls, '/pos/api/sales').map((call) => call.body)).toMatchObject([
      { payments: [{ name: 'Gift card', amount: '100.00' }, { name: 'Cash', amount: '49.00' }, { name: 'Card', amount: '200.00' }] },
    ]);
  });

  it('gives change for cash, and takes no more than what is left by card', async () => {
    const calls = await openPay();
    const field = await screen.findByLabelText('Amount');
    await user.clear(field);
    await user.type(field, '500');
    expect(dialog().getByRole('button', { name: 'Card' })).toBeDisabled();
    expect(dialog().getByText(/^Only cash can be more/)).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Cash' }));
    expect(await screen.findByText('151.00 SEK')).toBeVisible();
    expect(sent(calls, '/pos/api/sales')[0]?.body).toMatchObject({ payment: 'Cash' });
  });

  it('cannot be left while a part is paid, and can when that is given back', async () => {
    await openPay();
    await pay('100', 'Swish');
    await user.keyboard('{Escape}');
    expect(dialog().getByRole('alert')).toHaveTextContent('A part is paid already');
    await user.click(dialog().getByRole('button', { name: 'Take back Swish 100.00 SEK' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('to-pay')).toHaveTextContent('349.00 SEK');
  });
});
