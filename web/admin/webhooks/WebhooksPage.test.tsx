import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Scope } from '../rights';
import { axeFaults } from '../testing/axe_faults';
import { problem, signedInAs, type Handler } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { secret } from '../testing/webhook_samples';

const path = '/accounts/1/webhooks';
const list = 'GET /api/v1/accounts/{}/endpoints';
const none: Record<string, Handler> = { [list]: () => ({ status: 200, body: { items: [] } }) };
const as = (may: Scope[]) => ({ 'GET /api/v1/session': () => ({ status: 200, body: signedInAs('rut', 'read_only', may) }) });

async function openForm(routes: Record<string, Handler> = {}) {
  const changes = renderApp(path, routes);
  await userEvent.click(await screen.findByRole('button', { name: 'Add endpoint' }));
  const dialog = within(await screen.findByRole('dialog'));
  const submit = () => userEvent.click(dialog.getByRole('button', { name: 'Add endpoint' }));
  return { changes, dialog, submit, address: dialog.getByLabelText('Address') };
}

describe('the endpoints', () => {
  it('stand with what they are told, how they are, and when they failed last', async () => {
    renderApp(path);
    const table = within(await screen.findByRole('table', { name: 'Endpoints' }));
    expect(table.getByText('https://shop.example.com/hooks/4').closest('a')).toHaveAttribute('href', '/accounts/1/webhooks/4');
    expect(table.getByText('The warehouse')).toBeVisible();
    expect(table.getByText('Purchase or return, Consent changed')).toBeVisible();
    for (const state of ['Enabled', 'Enabled, but fails', 'Disabled', 'Disabled: answered 410', 'Disabled: it failed']) {
      expect(table.getByText(state)).toBeVisible();
    }
    expect(table.getByText('29/11/2026, 12:30')).toBeVisible();
  });

  it('say what they are for where there is none, and how a message is verified', async () => {
    renderApp(path, none);
    expect(await screen.findByText(/^A webhook tells another system/)).toBeVisible();
    expect(await screen.findByText(/webhook\.verify\(body, request\.headers\)/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy: A receiver' })).toBeVisible();
    expect(screen.getByText(/docs\/webhooks\.md/)).toBeVisible();
    expect(await axeFaults()).toEqual([]);
  });

  it('are explained on demand where there are some', async () => {
    renderApp(path);
    await screen.findByRole('table');
    expect(screen.queryByText(/^There are libraries/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'How a receiver verifies a message' }));
    expect(screen.getByText(/^There are libraries/)).toBeVisible();
  });

  it('offer to try again when the server fails', async () => {
    renderApp(path, { [list]: () => problem(503, 'The disk is full.') });
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(screen.getByText('Try again')).toBeVisible();
  });

  it('are seen, but not changed, by whoever may only read', async () => {
    renderApp(path, as(['read']));
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: 'Add endpoint' })).toBeNull();
  });
});

describe('a new endpoint', () => {
  it('is told everything unless something is chosen; its secret can be copied', async () => {
    const { changes, dialog, submit, address } = await openForm();
    expect(address).toHaveFocus();
    expect(dialog.getByText(/^A bonus check is used/)).toBeVisible();
    expect(await axeFaults()).toEqual([]);
    await userEvent.type(address, ' https://till.example.com/in ');
    await userEvent.type(dialog.getByLabelText('Description'), 'The till report');
    await submit();
    expect(await dialog.findByText(secret)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Copy: Signing secret' })).toBeVisible();
    expect(await axeFaults()).toEqual([]);
    const body = { url: 'https://till.example.com/in', description: 'The till report', types: [], enabled: true };
    expect(changes).toEqual([{ call: 'POST /api/v1/accounts/1/endpoints', body }]);
    await userEvent.click(dialog.getByText('Done'));
    await vi.waitFor(() => { expect(screen.queryByText(secret)).toBeNull(); });
  });

  it('is told of what is ticked, and goes on to a test', async () => {
    const { changes, dialog, submit, address } = await openForm();
    await userEvent.type(address, 'https://till.example.com/in');
    expect(dialog.getByLabelText('New customer')).toBeDisabled();
    await userEvent.click(dialog.getByLabelText('Only what is ticked'));
    await userEvent.click(dialog.getByLabelText('Consent changed'));
    await userEvent.click(dialog.getByLabelText('New customer'));
    await submit();
    await userEvent.click(await dialog.findByText('Go on to a test'));
    expect(changes[0]?.body).toMatchObject({ types: ['customer.registered', 'consent.changed'] });
    expect(window.location.pathname).toBe('/accounts/1/webhooks/9');
    expect(await screen.findByRole('button', { name: 'Send test' })).toBeVisible();
  });

  it.each([
    ['', 'Type the address that is to be called.'],
    ['shop.example.com/hooks', 'An address begins with https://.'],
    ['https://', 'This is no address. One looks like https://shop.example.com/webhooks.'],
  ])('is not sent with the address "%s"', async (typed, fault) => {
    const { changes, dialog, submit, address } = await openForm();
    if (typed !== '') await userEvent.type(address, typed);
    await submit();
    expect(await dialog.findByText(fault)).toBeVisible();
    expect(address).toBeInvalid();
    await vi.waitFor(() => { expect(address).toHaveFocus(); });
    expect(changes).toEqual([]);
  });

  it('needs a type when only some are wanted', async () => {
    const { changes, dialog, submit, address } = await openForm();
    await userEvent.type(address, 'https://till.example.com/in');
    await userEvent.click(dialog.getByLabelText('Only what is ticked'));
    await submit();
    expect(await dialog.findByText('Tick at least one, or choose everything.')).toBeVisible();
    expect(changes).toEqual([]);
  });

  it('says at its field what the server refuses, and above all else what is of no field', async () => {
    const add = 'POST /api/v1/accounts/{}/endpoints';
    const answers = [problem(400, 'This address is not public.', 'url'), problem(409, 'There are 20 endpoints already.', 'endpoint')];
    const { dialog, submit, address } = await openForm({ [add]: () => answers.shift() ?? problem(500, 'No.') });
    await userEvent.type(address, 'https://10.0.0.1/in');
    await submit();
    expect(await dialog.findByText('This address is not public.')).toBeVisible();
    expect(address).toBeInvalid();
    await vi.waitFor(() => { expect(address).toHaveFocus(); });
    expect(dialog.queryByRole('alert')).toBeNull();
    await submit();
    expect(within(await dialog.findByRole('alert')).getByText('There are 20 endpoints already.')).toBeVisible();
    expect(address).toBeValid();
  });
});
