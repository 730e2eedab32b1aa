import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, type Handler } from '../testing/fake_api';
import { renderApp, type SeenCall } from '../testing/render';
import { receipt } from '../testing/settings_samples';

const tried = (changes: SeenCall[]) => changes.filter(({ call }) => call === 'POST /api/v1/receipts/preview').map(({ body }) => body);

async function openReceipts(routes: Record<string, Handler> = {}) {
  const changes = renderApp('/accounts/1/marketing', routes);
  await userEvent.click(await screen.findByText('Receipts'));
  await screen.findByText('Your receipt from Åsas Kläder');
  return changes;
}

describe('the receipt', () => {
  it('is shown in either language, and what another system wrote cannot act here', async () => {
    const changes = await openReceipts();
    expect(screen.getByTitle('E-mail')).toHaveAttribute('sandbox', '');
    await userEvent.click(screen.getByText('Swedish'));
    expect(await screen.findByText('Ditt kvitto från Åsas Kläder')).toBeVisible();
    expect(tried(changes)).toEqual([{ account: '1', language: 'en' }, { account: '1', language: 'sv' }]);
  });

  it('is shown with what is typed, which is saved only when somebody says so', async () => {
    const changes = await openReceipts();
    fireEvent.change(screen.getByLabelText('Lines below the name'), { target: { value: 'Storgatan 1\nMalmö' } });
    expect(screen.getByText('With what you have typed. It is not saved yet.')).toBeVisible();
    const settings = { receipt: { details: ['Storgatan 1', 'Malmö'] } };
    await waitFor(() => { expect(tried(changes).at(-1)).toEqual({ account: '1', language: 'en', settings }); });
    await userEvent.click(screen.getByText('Save'));
    expect(changes.filter(({ call }) => call.startsWith('PATCH'))).toEqual([{ call: 'PATCH /api/v1/accounts/1', body: { settings, revision: '7' } }]);
  });

  it('stands beside the same fields among the settings', async () => {
    const changes = renderApp('/accounts/1/settings#receipts');
    expect(await screen.findByText('Your receipt from Åsas Kläder')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Name on the receipt'), { target: { value: 'Bo' } });
    await waitFor(() => { expect(tried(changes).at(-1)).toEqual({ account: '1', language: 'en', settings: { receipt: { shop: 'Bo' } } }); });
  });

  it('is not asked for with what is known to be wrong', async () => {
    const changes = await openReceipts();
    fireEvent.change(screen.getByLabelText('Sender'), { target: { value: 'bo@' } });
    expect(screen.getByText('Something typed is not right yet, so it cannot be shown.')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Sender'), { target: { value: 'bo@example.com' } });
    await waitFor(() => { expect(tried(changes)).toHaveLength(2); });
    expect(tried(changes).at(-1)).toEqual({ account: '1', language: 'en', settings: { receipt: { from_email: 'bo@example.com' } } });
  });

  it('shows at the field what the server refuses, until it does not', async () => {
    await openReceipts({
      'POST /api/v1/receipts/preview': ({ body }) =>
        JSON.stringify(body).includes('Bö') ? problem(400, 'This must be a text.', 'receipt.shop') : { status: 200, body: receipt('en') },
    });
    const shop = screen.getByLabelText('Name on the receipt');
    fireEvent.change(shop, { target: { value: 'Bö' } });
    expect(await screen.findByText('At Name on the receipt: This must be a text.')).toBeVisible();
    expect(shop).toHaveAccessibleDescription(/This must be a text\./);
    fireEvent.change(shop, { target: { value: 'Bo' } });
    expect(await screen.findByText('Your receipt from Åsas Kläder')).toBeVisible();
    expect(shop).not.toHaveAccessibleDescription(/This must be a text\./);
  });

  it('says at the number that there is no such order', async () => {
    await openReceipts({
      'POST /api/v1/receipts/preview': ({ body }) =>
        'order_id' in (body as object) ? problem(404, 'There is no such order.', 'order_id') : { status: 200, body: receipt('en') },
    });
    const order = screen.getByLabelText('Order number');
    fireEvent.change(order, { target: { value: '9' } });
    await waitFor(() => { expect(order).toHaveAccessibleDescription('There is no such order.'); });
  });
});
