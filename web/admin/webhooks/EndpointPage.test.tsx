import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Scope } from '../rights';
import { axeFaults } from '../testing/axe_faults';
import { problem, signedInAs } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { endpoint, messageId, messageOf, newSecret, secret, sendings } from '../testing/webhook_samples';

const place = (id: number) => `/accounts/1/webhooks/${String(id)}`;
const one = '/api/v1/accounts/1/endpoints/4';
const button = (name: string) => screen.findByRole('button', { name });
const confirmed = async (name: string) => {
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name }));
  return dialog;
};
const as = (may: Scope[]) => ({ 'GET /api/v1/session': () => ({ status: 200, body: signedInAs('rut', 'read_only', may) }) });

describe('one endpoint', () => {
  it.each([
    [5, 'Nothing has arrived since 28/11/2026, 10:00'],
    [6, 'The receiver has asked to be told nothing more'],
    [7, 'It has failed for five days and is told nothing now'],
    [8, 'This endpoint is disabled'],
  ])('(%i) says why it is not as it should be', async (id, title) => {
    renderApp(place(id));
    expect(await screen.findByText(title)).toBeVisible();
    expect(await axeFaults()).toEqual([]);
  });

  it('is changed by the same form', async () => {
    const changes = renderApp(place(5));
    await userEvent.click(await button('Edit'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('Address')).toHaveValue('https://shop.example.com/hooks/5');
    expect(dialog.getByLabelText('Purchase or return')).toBeChecked();
    await userEvent.click(dialog.getByLabelText('Consent changed'));
    await userEvent.click(dialog.getByText('Save'));
    await vi.waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    const body = { url: 'https://shop.example.com/hooks/5', description: '', types: ['order.completed'] };
    expect(changes).toEqual([{ call: 'PATCH /api/v1/accounts/1/endpoints/5', body }]);
  });

  it('is disabled after a question', async () => {
    const changes = renderApp(place(4));
    await userEvent.click(await button('Disable'));
    await confirmed('Disable');
    expect(changes).toEqual([{ call: `PATCH ${one}`, body: { enabled: false } }]);
  });

  it('is enabled at once', async () => {
    const changes = renderApp(place(8));
    await userEvent.click(await button('Enable'));
    expect(changes).toEqual([{ call: 'PATCH /api/v1/accounts/1/endpoints/8', body: { enabled: true } }]);
  });

  it('is deleted when that is confirmed, and leads back to the list', async () => {
    const changes = renderApp(place(4));
    await userEvent.click(await button('Delete'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('https://shop.example.com/hooks/4')).toBeVisible();
    expect(changes).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await screen.findByRole('table', { name: 'Endpoints' });
    expect(changes.map(({ call }) => call)).toEqual([`DELETE ${one}`]);
    expect(window.location.pathname).toBe('/accounts/1/webhooks');
  });

  it('says so when there is none', async () => {
    renderApp(place(4), { 'GET /api/v1/accounts/{}/endpoints/{}': () => problem(404, 'There is no endpoint with this id.') });
    expect(await screen.findByText('There is no such endpoint')).toBeVisible();
  });

  it('shows no more than may be seen', async () => {
    renderApp(place(4), as(['read']));
    expect(await screen.findByRole('heading', { name: 'The warehouse' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send test' })).toBeDisabled();
    for (const right of ['Send again and repair', 'Shops and settings']) expect(screen.getByText(`It takes the right “${right}”.`)).toBeVisible();
    await screen.findByRole('table', { name: 'Messages' });
    expect(screen.queryByRole('button', { name: /^(Edit|Disable|Delete|Show the secret|Make a new secret|Send again|Details)/ })).toBeNull();
  });
});

describe('its secret', () => {
  it('is asked for when somebody wants to see it, and forgotten again', async () => {
    renderApp(place(4));
    await userEvent.click(await button('Show the secret'));
    expect(await screen.findByText(secret)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy: Signing secret' })).toBeVisible();
    await userEvent.click(screen.getByText('Hide the secret'));
    expect(screen.queryByText(secret)).toBeNull();
  });

  it('is replaced after it was explained that both sign for a day', async () => {
    const changes = renderApp(place(4));
    await userEvent.click(await button('Make a new secret'));
    expect(within(await screen.findByRole('dialog')).getByText(/for 24 hours with the old one as well/)).toBeVisible();
    expect(changes).toEqual([]);
    await confirmed('Make a new secret');
    expect(await screen.findByText(newSecret)).toBeVisible();
    expect(changes.map(({ call }) => call)).toEqual([`POST ${one}/secret/rotate`]);
  });

  it('says until when an old one signs as well, and that a second change ends it', async () => {
    const answer = endpoint(4, { old_secret_ends_at: '2099-11-30T13:05:00Z' });
    renderApp(place(4), { 'GET /api/v1/accounts/{}/endpoints/{}': () => ({ status: 200, body: answer }) });
    expect(await screen.findByText(/^The old secret signs as well until 30\/11\/2099, 14:05/)).toBeVisible();
    await userEvent.click(await button('Make a new secret'));
    expect(await screen.findByText(/^An older secret signs as well just now/)).toBeVisible();
  });
});

it('says nothing of an old secret that signs no more', async () => {
  const answer = endpoint(4, { old_secret_ends_at: '2026-11-28T13:05:00Z' });
  renderApp(place(4), { 'GET /api/v1/accounts/{}/endpoints/{}': () => ({ status: 200, body: answer }) });
  expect(await button('Make a new secret')).toBeVisible();
  expect(screen.queryByText(/^The old secret/)).toBeNull();
});

describe('a test', () => {
  const send = async () => { await userEvent.click(await button('Send test')); };

  it('shows at once what the receiver answered', async () => {
    const changes = renderApp(place(4));
    await send();
    expect(await screen.findByText('The receiver answered 204 in 83 ms: it works.')).toBeVisible();
    expect(screen.getByText('thank you')).toBeVisible();
    expect(changes.map(({ call }) => call)).toEqual([`POST ${one}/test`]);
    expect(await axeFaults()).toEqual([]);
  });

  it('waits for the answer, and says what went wrong', async () => {
    const [test] = sendings;
    const failed = { ...test, state: 'pending', last_status: 500, reason: 'It answered 500.' };
    let asked = 0;
    const tried = messageOf(messageId(39)).sendings[1]?.tries;
    renderApp(place(4), {
      'GET /api/v1/accounts/{}/messages': ({ query }) => {
        const isTest = query.get('limit') === '10';
        if (isTest) asked += 1;
        return { status: 200, body: { items: isTest && asked < 3 ? [{ ...failed, attempts: 0, last_status: 0 }] : [failed], next: null } };
      },
      'GET /api/v1/accounts/{}/messages/{}': () => ({ status: 200, body: { ...messageOf(messageId(40)), sendings: [{ ...failed, tries: tried }] } }),
    });
    await send();
    expect(await screen.findByText('Sent. The receiver has not answered yet.')).toBeVisible();
    expect(await screen.findByText('The receiver answered 500: anything but 2xx counts as a failure.')).toBeVisible();
    expect(screen.getByText('{"error":"out of stock"}')).toBeVisible();
  });

  it('cannot be sent to one that is disabled', async () => {
    renderApp(place(8));
    expect(await button('Send test')).toBeDisabled();
    expect(screen.getByText('Enable the endpoint first.')).toBeVisible();
  });
});
