import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, renderPage } from '../../components/testing';
import { BackofficePage } from './BackofficePage';
import { blank, custom_crm } from './testing';

it('saves the pasted address and token and says which field was refused', async () => {
  const calls = fakeServer({
    'GET /backoffice/api/settings': { body: { custom_crm, crm_v2: blank, events: blank } },
    'PUT /backoffice/api/settings': {
      status: 400,
      body: { error: { message: 'This is not an address', field: 'api_url', status: 400 } },
    },
  });
  renderPage(<BackofficePage />);
  const url = await screen.findByLabelText('API URL');
  await userEvent.click(url);
  await userEvent.paste('nonsense');
  await userEvent.click(screen.getByLabelText('API Token'));
  await userEvent.paste('rk_1');
  // By label: computing the roles of some 160 radios takes jsdom seconds.
  const registration = within(screen.getByLabelText('Registration of new contact', { selector: 'table' }));
  await userEvent.click(registration.getByLabelText('E-mail: Shown'));
  await userEvent.click(screen.getByText('Save'));
  expect(await screen.findByText('This is not an address')).toBeVisible();
  await waitFor(() => {
    expect(url).toHaveFocus();
  });
  expect(calls.at(-1)?.body).toEqual({
    custom_crm: { ...custom_crm, api_url: 'nonsense', api_token: 'rk_1', register_fields: { email: 'shown' } },
    crm_v2: blank,
    events: blank,
  });
  expect(screen.getByText('Check the fields').closest('[role=alert]')).toHaveTextContent('Registration of new contact: at least one');
});

describe('the connections of SPI v2', () => {
  const v2 = { url: 'https://crm.example.com/sitoo/v2', user: 'shop', password: 'secret' };
  const at = (label: string) => screen.getByLabelText(label);

  it('are saved with the rest, and a refusal stands at the field of the connection that it names', async () => {
    const error = { message: 'The user is missing', field: 'events.user', status: 400 };
    const calls = fakeServer({
      'GET /backoffice/api/settings': { body: { custom_crm, crm_v2: blank, events: blank } },
      'PUT /backoffice/api/settings': { status: 400, body: { error } },
    });
    renderPage(<BackofficePage />);
    await screen.findByLabelText('CRM URL');
    for (const [label, text] of [['CRM URL', v2.url], ['CRM user', v2.user], ['CRM password', v2.password], ['Events URL', 'https://e']]) {
      await userEvent.click(at(label ?? ''));
      await userEvent.paste(text ?? '');
    }
    await userEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('The user is missing')).toBeVisible();
    expect(at('Events user')).toHaveAttribute('aria-invalid', 'true');
    expect(at('CRM user')).not.toHaveAttribute('aria-invalid', 'true');
    expect(calls.at(-1)?.body).toMatchObject({ crm_v2: v2, events: { ...blank, url: 'https://e' } });
  });

  it('can be tested, each generation by itself', async () => {
    const calls = fakeServer({
      'GET /backoffice/api/settings': { body: { custom_crm: { ...custom_crm, api_url: 'https://v1' }, crm_v2: v2, events: blank } },
      'POST /backoffice/api/test-connection': { body: { ok: false, status: 401, message: 'Wrong password' } },
    });
    renderPage(<BackofficePage />);
    await userEvent.click(await screen.findByText('Test v2 connection'));
    expect(await screen.findByText('Not connected (401): Wrong password')).toBeVisible();
    await userEvent.click(screen.getByText('Test connection'));
    expect(calls.filter((call) => call.method === 'POST').map((call) => call.body)).toEqual([{ spi: 'v2' }, { spi: 'v1' }]);
  });
});
