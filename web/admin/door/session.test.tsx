import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const session = (state: string) => () => ({ status: 200, body: { state } });

describe('the first run', () => {
  it('asks for one password of at least 12 characters, and goes on to the first shop', async () => {
    const changes = renderApp('/', {
      'GET /api/v1/session': session('first_run'),
      'GET /api/v1/accounts': () => ({ status: 200, body: { items: [] } }),
    });
    const field = await screen.findByLabelText('Password');
    await userEvent.type(field, 'too short');
    expect(screen.getByText('3 more characters are needed.')).toBeVisible();
    expect(screen.getByText('Create password').closest('button')).toBeDisabled();
    await userEvent.type(field, ', not any more{Enter}');
    expect(await screen.findByText('Connect a shop')).toBeVisible();
    expect(changes).toEqual([{ call: 'POST /api/v1/session/password', body: { password: 'too short, not any more' } }]);
  });
});

describe('signing in', () => {
  it('says that a password is wrong, or that there were too many', async () => {
    let answer = problem(401, 'Wrong.');
    renderApp('/', { 'GET /api/v1/session': session('signed_out'), 'POST /api/v1/session': () => answer });
    await userEvent.type(await screen.findByLabelText('Password'), 'x{Enter}');
    expect(await screen.findByText('That is not the password.')).toBeVisible();
    answer = problem(429, 'Later.');
    await userEvent.type(screen.getByLabelText('Password'), '{Enter}');
    expect(await screen.findByText(/Too many wrong passwords/)).toBeVisible();
  });

  it('takes the name of a user, too, and says that the two do not belong together', async () => {
    const changes = renderApp('/', { 'GET /api/v1/session': session('signed_out'), 'POST /api/v1/session': () => problem(401, 'Wrong.') });
    expect(await screen.findByLabelText('Password')).toHaveFocus();
    expect(screen.getByLabelText('Name')).toHaveAttribute('autocomplete', 'username');
    await userEvent.type(screen.getByLabelText('Name'), ' anna ');
    await userEvent.type(screen.getByLabelText('Password'), 'x{Enter}');
    expect(await screen.findByText('That name and that password do not belong together.')).toBeVisible();
    expect(changes).toEqual([{ call: 'POST /api/v1/session', body: { name: 'anna', password: 'x' } }]);
  });

  it('shows the pages, and ends when the server has forgotten the session', async () => {
    let isOver = false;
    renderApp('/accounts/1/doctor', {
      'GET /api/v1/session': session('signed_out'),
      'POST /api/v1/doctor/repair': () => {
        isOver = true;
        return problem(401, 'Who are you?');
      },
    });
    await userEvent.type(await screen.findByLabelText('Password'), 'right{Enter}');
    await userEvent.click(await screen.findByText('Repair what can be repaired'));
    expect(await screen.findByText('Sign in to Kassabro')).toBeVisible();
    expect(isOver).toBe(true);
  });

  it('speaks the other language at a press', async () => {
    renderApp('/', { 'GET /api/v1/session': session('signed_out') });
    await userEvent.click(await screen.findByText('Svenska'));
    expect(screen.getByText('Logga in i Kassabro')).toBeVisible();
    expect(document.documentElement.lang).toBe('sv');
  });
});

it('goes to a page by its key, and not where keys are switched off', async () => {
  renderApp('/accounts/1/doctor');
  await screen.findByText('Bonus checks in Rule cannot be read');
  await userEvent.keyboard('5');
  expect(window.location.pathname).toBe('/accounts/1/jobs');
  await userEvent.keyboard('?');
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('switch'));
  await userEvent.click(screen.getByLabelText('Close'));
  await userEvent.keyboard('2');
  expect(window.location.pathname).toBe('/accounts/1/jobs');
});
