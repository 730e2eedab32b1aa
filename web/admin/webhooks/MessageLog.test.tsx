import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { axeFaults } from '../testing/axe_faults';
import { problem, type Handler } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { endpoint, messageId } from '../testing/webhook_samples';

const path = '/accounts/1/webhooks/4';
const table = async () => within(await screen.findByRole('table', { name: 'Messages' }));
const rows = async () => (await table()).getAllByRole('row').length - 1;
const of = (part: Parameters<typeof endpoint>[1]): Record<string, Handler> => ({
  'GET /api/v1/accounts/{}/endpoints/{}': () => ({ status: 200, body: endpoint(4, part) }),
});

describe('the messages of an endpoint', () => {
  it('stand newest first with what became of them, a page at a time', async () => {
    renderApp(path);
    expect(await rows()).toBe(25);
    const shown = await table();
    expect(shown.getByText('It answered 500.')).toBeVisible();
    expect(shown.getByText('Connection refused')).toBeVisible();
    expect(shown.getByText('29/11/2026, 14:35')).toBeVisible();
    await userEvent.click(screen.getByText('Older'));
    await vi.waitFor(async () => { expect(await rows()).toBe(8); });
    await userEvent.click(screen.getByText('Newer'));
    await vi.waitFor(async () => { expect(await rows()).toBe(25); });
  });

  it('are filtered by state and type, which stands in the address', async () => {
    renderApp(path);
    await table();
    await userEvent.click(screen.getByRole('radio', { name: 'Failed' }));
    await vi.waitFor(async () => { expect(await rows()).toBe(1); });
    expect(window.location.search).toBe('?state=failed');
    await userEvent.click(screen.getByRole('radio', { name: 'Waiting' }));
    await vi.waitFor(async () => { expect((await table()).getByText('Connection refused')).toBeVisible(); });
    await userEvent.click(screen.getByRole('combobox', { name: 'What' }));
    await userEvent.click(await screen.findByRole('option', { name: 'New customer' }));
    expect(await screen.findByText('No message matches the filter.')).toBeVisible();
    expect(window.location.search).toBe('?state=pending&type=customer.registered');
  });

  it('say so when there are none, and when they cannot be had', async () => {
    renderApp(path, { 'GET /api/v1/accounts/{}/messages': () => ({ status: 200, body: { items: [], next: null } }) });
    expect(await screen.findByText('No message yet')).toBeVisible();
  });

  it('offer to try again when the server fails', async () => {
    renderApp(path, { 'GET /api/v1/accounts/{}/messages': () => problem(503, 'The disk is full.') });
    expect(await screen.findByText('The disk is full.')).toBeVisible();
  });
});

describe('a message', () => {
  it('is opened with its tries and its payload, and closed by a key', async () => {
    renderApp(`${path}?state=failed`);
    await userEvent.click(await screen.findByRole('button', { name: `Details ${messageId(39)}` }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Try 2')).toBeVisible();
    expect(dialog.getByText('{"error":"out of stock"}')).toBeVisible();
    expect(dialog.getByText(/"order_id": "11513"/)).toBeVisible();
    await userEvent.click(dialog.getByText('Try 1'));
    expect(dialog.getByText('Connection refused')).toBeVisible();
    expect(await axeFaults()).toEqual([]);
    expect(window.location.search).toBe(`?state=failed&message=${messageId(39)}`);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(window.location.search).toBe('?state=failed');
    expect(screen.getByRole('button', { name: `Details ${messageId(39)}` })).toHaveFocus();
  });

  it('is opened by its address, and says when it is not kept any more', async () => {
    renderApp(`${path}?message=${messageId(2)}`, { 'GET /api/v1/accounts/{}/messages/{}': () => problem(404, 'There is no message with this id.') });
    expect(await screen.findByText('This message is not kept any more')).toBeVisible();
  });

  it('is sent again to this endpoint', async () => {
    const changes = renderApp(path);
    await userEvent.click(await screen.findByRole('button', { name: `Send again ${messageId(39)}` }));
    await vi.waitFor(() => {
      expect(changes).toEqual([{ call: `POST /api/v1/accounts/1/messages/${messageId(39)}/replay`, body: { endpoint_id: '4' } }]);
    });
  });

  it('is not sent again to an endpoint that is disabled', async () => {
    renderApp(path, of({ enabled: false, disabled_because: 'by_hand' }));
    expect(await screen.findByRole('button', { name: `Send again ${messageId(39)}` })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Send again all that failed …' })).toBeDisabled();
  });
});

describe('all that failed', () => {
  const open = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Send again all that failed …' }));
    return within(await screen.findByRole('dialog'));
  };
  const call = 'POST /api/v1/accounts/1/endpoints/4/recover';

  it('is sent again from when it began to fail', async () => {
    const changes = renderApp(path, of({ failing_since: '2026-11-28T09:00:00Z' }));
    const dialog = await open();
    expect(dialog.getByText('That is from 28/11/2026, 10:00 on.')).toBeVisible();
    expect(await axeFaults()).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Send again' }));
    await vi.waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(changes).toEqual([{ call, body: { since: '2026-11-28T09:00:00.000Z' } }]);
  });

  it('is sent again from a time of one’s own, on the shop’s clock', async () => {
    const changes = renderApp(path);
    const dialog = await open();
    expect(dialog.getByLabelText('The last 7 days')).toBeChecked();
    await userEvent.click(dialog.getByLabelText('Since a time of your own'));
    const time = dialog.getByLabelText('Since');
    fireEvent.change(time, { target: { value: '' } });
    expect(dialog.getByRole('button', { name: 'Send again' })).toBeDisabled();
    fireEvent.change(time, { target: { value: '2026-11-27T08:30' } });
    await userEvent.click(dialog.getByRole('button', { name: 'Send again' }));
    await vi.waitFor(() => { expect(changes).toEqual([{ call, body: { since: '2026-11-27T07:30:00.000Z' } }]); });
  });
});
