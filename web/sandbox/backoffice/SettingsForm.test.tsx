import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeServer, renderPage } from '../../components/testing';
import { BackofficePage } from './BackofficePage';

const custom_crm = {
  api_url: '',
  api_token: '',
  search_placeholder: 'Phone or email',
  member_number_title: 'Member number',
  mandatory: [],
  register_fields: { email: 'editable' },
  update_fields: { email: 'editable' },
  lookup_enabled: false,
};

it('saves the pasted address and token and says which field was refused', async () => {
  const calls = fakeServer({
    'GET /backoffice/api/settings': { body: { custom_crm } },
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
  });
  expect(screen.getByText('Check the fields').closest('[role=alert]')).toHaveTextContent('Registration of new contact: at least one');
});
