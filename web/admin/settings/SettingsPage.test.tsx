import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

it('shows at a block of JSON what is wrong with it, here or at the server', async () => {
  const changes = renderApp('/accounts/1/settings', {
    'PATCH /api/v1/accounts/{}': () => problem(400, 'There is no such setting.', 'rule.fedes'),
  });
  await userEvent.click(await screen.findByText('Names in Rule'));
  const text = await screen.findByLabelText('Settings of “Names in Rule”');
  fireEvent.change(text, { target: { value: '{"fedes": {}' } });
  await userEvent.click(screen.getByLabelText('Save: Names in Rule'));
  expect(await screen.findByText(/This is not JSON/)).toBeInTheDocument();
  fireEvent.change(text, { target: { value: '{"fedes": {}}' } });
  await userEvent.click(screen.getByLabelText('Save: Names in Rule'));
  expect(await screen.findByText('rule.fedes: There is no such setting.')).toBeInTheDocument();
  expect(changes).toEqual([{ call: 'PATCH /api/v1/accounts/1', body: { settings: { rule: { feeds: null, fedes: {} } } } }]);
});
