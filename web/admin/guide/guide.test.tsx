import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { connection, overview } from '../testing/samples';
import { addressTrouble } from './PasteStep';

describe('the set-up guide', () => {
  it('shows at the key that Rule refuses it, and goes on when it is right', async () => {
    let isRight = false;
    const changes = renderApp('/new', {
      'GET /api/v1/accounts': () => ({ status: 200, body: { items: isRight ? [connection] : [] } }),
      'POST /api/v1/accounts': () =>
        isRight ? { status: 201, body: connection } : problem(400, 'Rule does not accept this API key.', 'rule_api_key'),
    }, 'sv');
    await userEvent.type(await screen.findByLabelText('Butikens namn'), 'Åsas Kläder');
    const key = screen.getByLabelText('API-nyckel från Rule');
    await userEvent.type(key, 'rk_1');
    await userEvent.click(screen.getByText('Koppla'));
    expect(await screen.findByText('Rule godtar inte den här nyckeln.')).toBeVisible();
    expect(key).toHaveAttribute('aria-invalid', 'true');
    isRight = true;
    await userEvent.click(screen.getByText('Koppla'));
    expect(await screen.findByText('Hur kassorna talar med Kassabro')).toBeVisible();
    expect(changes.at(-1)?.body).toEqual({
      name: 'Åsas Kläder', rule_api_key: 'rk_1', country: 'SE', time_zone: 'Europe/Stockholm', currency: 'SEK',
    });
  });

  it('saves what Sitoo gave, and shows what to paste for version 2', async () => {
    const changes = renderApp('/accounts/1/setup');
    await userEvent.click(await screen.findByLabelText('Advanced POS settings (version 2)'));
    await userEvent.type(screen.getByLabelText('API password'), 's3cret');
    await userEvent.click(screen.getByText('Continue'));
    expect(await screen.findByText('POS settings (YAML)')).toBeVisible();
    expect(changes).toEqual([
      { call: 'PATCH /api/v1/accounts/1', body: { sitoo_api_id: '1500-1', eshop_id: 1, sitoo_password: 's3cret' } },
    ]);
    for (const label of ['Address for events', 'User', 'Password', 'Address for unsubscribe']) {
      expect(screen.getByLabelText(`Copy: ${label}`)).toBeVisible();
    }
    expect(screen.queryByText('API Token')).toBeNull();
  });

  it('turns green by itself, and says what is in the way until then', async () => {
    let answer = overview;
    renderApp('/accounts/1/setup', { 'GET /api/v1/overview': () => ({ status: 200, body: answer }) });
    await userEvent.click(await screen.findByText('Try it'));
    const hints = (await screen.findByText('If nothing comes')).closest('div');
    expect(hints).not.toBeNull();
    expect(screen.getByText(/Choose the customer before paying/)).toBeVisible();
    expect(within(await screen.findByRole('alert')).getByText('2 deliveries were refused by Rule. They wait for you under Deliveries.')).toBeVisible();
    answer = { ...overview, first: { ...overview.first, order: '2026-11-29T14:00:00Z' }, queue: { pending: 0, leased: 0, parked: 0 } };
    await waitFor(() => { expect(screen.getByText('It works.')).toBeVisible(); });
  });
});

it('knows addresses that a till cannot reach, or should not', () => {
  expect(['http://127.0.0.1:8080/sitoo/v1', 'http://localhost/x', 'http://till.example.com', 'https://till.example.com'].map(addressTrouble)).toEqual([
    'local', 'local', 'plain', null,
  ]);
});
