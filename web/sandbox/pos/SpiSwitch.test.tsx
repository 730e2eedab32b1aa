import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../../components/testing';
import { anna, openTill, setup } from './testing';
import type { Setup } from './types';

const user = userEvent.setup();
const status = () => screen.getByRole('status', { name: 'CRM connection' });

describe('the switch of generations', () => {
  it('clears the customer and keeps the basket', async () => {
    const next: Setup = { ...setup, spi: 'v2', spis: { ...setup.spis, v2: { connected: true, events: false } } };
    const answers: Record<string, FakeAnswer> = {
      'GET /pos/api/customers': { body: { contact: anna } },
      'PUT /pos/api/spi': { body: next },
    };
    const calls = await openTill(answers);
    await user.keyboard('cap{Enter}{F2}');
    await user.type(await screen.findByLabelText('Find customer'), 'anna@example.com{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Continue with this customer' }));
    expect(screen.getByRole('group', { name: 'Customer' })).toBeVisible();

    answers['GET /pos/api/setup'] = { body: next };
    await user.click(screen.getByRole('radio', { name: 'SPI v2, connected' }));
    expect(await screen.findByRole('button', { name: 'Add customer' })).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Basket lines' })).getByText('Wool cap')).toBeVisible();
    expect(screen.getByRole('radio', { name: /SPI v2/ })).toBeChecked();
    expect(status()).toHaveTextContent('CRM connected, no event subscription');
    expect(calls.find((call) => call.method === 'PUT')).toMatchObject({ path: '/pos/api/spi', body: { spi: 'v2' } });
  });

  it('shows which generation is not connected, and stays where it was when the till refuses', async () => {
    const off: Setup = { ...setup, spis: { ...setup.spis, v2: { connected: false, events: false } } };
    await openTill({ 'GET /pos/api/setup': { body: off }, 'PUT /pos/api/spi': { status: 503, body: {} } });
    await user.click(screen.getByRole('radio', { name: /SPI v2.*not connected/ }));
    expect(await screen.findByRole('radio', { name: /SPI v1/, checked: true })).toBeEnabled();
    expect(status()).toHaveTextContent(/^CRM connected$/);
  });
});
