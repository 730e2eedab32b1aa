import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const path = '/accounts/1/deliveries';
const list = () => screen.findByLabelText('Deliveries', { selector: 'table' });

describe('deliveries', () => {
  it('stand with their reason in plain words, a page at a time', async () => {
    renderApp(path);
    const table = within(await list());
    expect(table.getByText(/Correct it at the till/)).toBeVisible();
    expect(table.getAllByRole('row')).toHaveLength(26);
    await userEvent.click(screen.getByLabelText('Page 2'));
    expect(within(await list()).getAllByRole('row')).toHaveLength(9);
  });

  it('can be chosen and sent again, or held back', async () => {
    const changes = renderApp(path);
    await list();
    expect(screen.getByText('Send again').closest('button')).toBeDisabled();
    await userEvent.click(screen.getByLabelText('Select 901'));
    await userEvent.click(screen.getByLabelText('Select 900'));
    await userEvent.click(screen.getByText('Send 2 again'));
    await screen.findByText('Send again');
    await userEvent.click(screen.getByLabelText('Select 899'));
    await userEvent.click(screen.getByText('Hold back'));
    await screen.findByText('Send again');
    expect(changes).toEqual([
      { call: 'POST /api/v1/deliveries/replay', body: { delivery_ids: ['901', '900'] } },
      { call: 'POST /api/v1/deliveries/park', body: { delivery_ids: ['899'] } },
    ]);
  });

  it('are filtered by state, and shown in detail', async () => {
    renderApp(path);
    await list();
    await userEvent.click(screen.getByLabelText('Waiting'));
    await userEvent.click(await screen.findByLabelText('Details 899'));
    expect(await screen.findByText('Rule answered 503.')).toBeVisible();
  });

  it('say so when there are none, and when they cannot be had', async () => {
    renderApp(path, { 'GET /api/v1/deliveries': () => ({ status: 200, body: { items: [] } }) });
    expect(await screen.findByText('Nothing here')).toBeVisible();
  });

  it('offer to try again when the server fails', async () => {
    renderApp(path, { 'GET /api/v1/deliveries': () => problem(503, 'The disk is full.') });
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(screen.getByText('Try again')).toBeVisible();
  });
});
