import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { deliveryDetail } from '../testing/customer_samples';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const path = '/accounts/1/deliveries/901';
const answer = (change: object) => ({ 'GET /api/v1/deliveries/{}': () => ({ status: 200, body: { ...deliveryDetail, ...change } }) });

describe('one delivery', () => {
  it('says why it stands there, what to do, and that it may have arrived', async () => {
    renderApp(path);
    expect(await screen.findByText('Correct the customer at the till. Then send this again.', { exact: false })).toBeVisible();
    expect(screen.getByText('It may have arrived')).toBeVisible();
    expect(screen.getByText('Vera Ek').closest('a')).toHaveAttribute('href', '/accounts/1/customers/77');
    expect(screen.getByText('11513').closest('a')).toHaveAttribute('href', '/accounts/1/deliveries?order=11513');
  });

  it('shows each attempt with its calls, the newest one open', async () => {
    renderApp(path);
    const attempts = within(await screen.findByLabelText('Attempts'));
    expect(attempts.getByText('Refused')).toBeVisible();
    await userEvent.click(attempts.getByText('POST /v3/subscribers'));
    expect(attempts.getByText(/InvalidEmail/)).toBeVisible();
    expect(attempts.getByText(/One call for 12 customers/)).toBeVisible();
    await userEvent.click(attempts.getByText('Attempt 1'));
    expect(attempts.getByText('no answer')).toBeVisible();
  });

  it('draws only the beginning of a very long call, and offers all of it', async () => {
    const body = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'x'.repeat(40) }));
    const call = { method: 'POST', path: '/long', body, status: 200, answer: null, took_ms: 5, shared_by: 1 };
    renderApp(path, answer({ tries: [{ ...deliveryDetail.tries[0], calls: [call] }] }));
    await userEvent.click(await screen.findByText('POST /long'));
    expect(screen.getByText(/^The first .* characters are shown/)).toBeVisible();
    expect(screen.getByText(/^\[\s+\{/).textContent.length).toBeLessThan(21_000);
    expect(screen.getByLabelText('Download: What was sent')).toBeVisible();
  });

  it('names the rule that makes each field', async () => {
    renderApp(path);
    const table = within(await screen.findByLabelText('Which rule makes each field: /v3/subscribers'));
    expect(table.getByText('the total of the order, with VAT')).toBeVisible();
  });

  it('is sent again; a receipt that may have come only after a question', async () => {
    const changes = renderApp(path, answer({ kind: 'digital_receipt', reason: 'The receipt may have been sent: no answer.' }));
    await userEvent.click(await screen.findByText('Send again'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByText('Send again'));
    expect(changes).toEqual([{ call: 'POST /api/v1/deliveries/replay', body: { delivery_ids: ['901'] } }]);
  });

  it('leads back to the list as it was left', async () => {
    renderApp('/accounts/1/deliveries?state=parked');
    await userEvent.click(await screen.findByText('Purchase 901'));
    await userEvent.click(await screen.findByText('All deliveries'));
    expect(window.location.pathname + window.location.search).toBe('/accounts/1/deliveries?state=parked');
  });

  it('says so when there is none', async () => {
    renderApp(path, { 'GET /api/v1/deliveries/{}': () => problem(404, 'There is no delivery with this id.') });
    expect(await screen.findByText('There is no such delivery')).toBeVisible();
  });
});

it('says by which rule each field and tag is made, in the language of the page', async () => {
  const call = {
    when: 'for each order', method: 'POST', path: '/v2/subscribers', body: null, tags: [{ tag: 'OrderCompleted', rule: 'goods were sold' }],
    fields: [{ key: 'Sitoo-Order.vat', type: 'text', value: '69.80', rule: 'VAT' }],
  };
  renderApp(path, answer({ explained: { calls: [call] } }), 'sv');
  for (const text of ['för varje order', 'varor såldes', 'moms']) expect(await screen.findByText(text)).toBeVisible();
});
