import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { madePassword, madeToken } from '../testing/access_samples';
import { axeFaults } from '../testing/axe_faults';
import { problem, type Handler } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const none: Handler = () => ({ status: 200, body: { items: [] } });

async function openDialog(button: string, routes: Record<string, Handler> = {}) {
  const changes = renderApp('/access', routes);
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return { changes, dialog: within(await screen.findByRole('dialog')) };
}

describe('the users', () => {
  it('are added with a role that is explained; the password is shown once, to be copied', async () => {
    const { changes, dialog } = await openDialog('Add user');
    expect(dialog.getByLabelText('Name')).toHaveFocus();
    expect(dialog.getByText(/^May do everything/)).toBeVisible();
    await userEvent.type(dialog.getByLabelText('Name'), 'bo');
    await userEvent.click(dialog.getByLabelText('Marketing'));
    await userEvent.click(dialog.getByRole('button', { name: 'Add user' }));
    expect(await dialog.findByText(madePassword)).toBeVisible();
    expect(changes).toEqual([{ call: 'POST /api/v1/users', body: { name: 'bo', role: 'marketer' } }]);
    expect(await axeFaults()).toEqual([]);
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { clipboard: { writeText } }));
    await userEvent.click(dialog.getByRole('button', { name: 'Copy: The password of bo' }));
    expect(writeText).toHaveBeenCalledWith(madePassword);
    await userEvent.click(dialog.getByText('Done'));
    await vi.waitFor(() => { expect(screen.queryByText(madePassword)).toBeNull(); });
  });

  it('are removed when that is confirmed', async () => {
    const changes = renderApp('/access');
    await userEvent.click(await screen.findByLabelText('Remove anna'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the user anna?' }));
    expect(changes).toEqual([]);
    await userEvent.click(dialog.getByText('Remove'));
    await vi.waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(changes.map(({ call }) => call)).toEqual(['DELETE /api/v1/users/anna']);
  });

  it.each([
    ['name', 'There is a user of this name already.', 409],
    ['role', 'You cannot give somebody a right that you do not have.', 403],
  ])('say at the %s why one was not added', async (field, message, status) => {
    const { dialog } = await openDialog('Add user', { 'POST /api/v1/users': () => problem(status, message, field) });
    await userEvent.type(dialog.getByLabelText('Name'), 'anna{Enter}');
    expect(await dialog.findByText(message)).toBeVisible();
    expect(dialog.queryByRole('alert')).toBeNull();
    if (field === 'name') expect(dialog.getByLabelText('Name')).toBeInvalid();
  });

  it('say above all what is of no field', async () => {
    const { dialog } = await openDialog('Add user', { 'POST /api/v1/users': () => problem(503, 'The disk is full.') });
    await userEvent.type(dialog.getByLabelText('Name'), 'bo{Enter}');
    expect(within(await dialog.findByRole('alert')).getByText('The disk is full.')).toBeVisible();
  });
});

describe('the tokens', () => {
  it('are listed with what they may do and until when', async () => {
    renderApp('/access');
    const table = within(await screen.findByRole('table', { name: 'API tokens' }));
    expect(table.getByText('See how it goes, See customers')).toBeVisible();
    expect(table.getByText('Never')).toBeVisible();
    expect(table.getByText(/^Ended /)).toBeVisible();
  });

  it('are added with the rights that are ticked and a number of days; the token is shown once', async () => {
    const { changes, dialog } = await openDialog('Add token');
    expect(dialog.getByText('Erase a person for good, and see who has been erased.')).toBeVisible();
    expect(await axeFaults()).toEqual([]);
    await userEvent.type(dialog.getByLabelText('Name'), 'nightly');
    await userEvent.click(dialog.getByLabelText('Background work'));
    await userEvent.type(dialog.getByLabelText('Ends after so many days'), '30');
    await userEvent.click(dialog.getByRole('button', { name: 'Add token' }));
    expect(await dialog.findByText(madeToken)).toBeVisible();
    expect(changes).toEqual([{ call: 'POST /api/v1/tokens', body: { name: 'nightly', scopes: ['read', 'jobs'], days: 30 } }]);
  });

  it('say at the field what is wrong', async () => {
    const message = 'This must be a number from 1 to 3650.';
    const { changes, dialog } = await openDialog('Add token', { 'POST /api/v1/tokens': () => problem(400, message, 'days') });
    await userEvent.type(dialog.getByLabelText('Name'), 'nightly');
    await userEvent.type(dialog.getByLabelText('Ends after so many days'), 'soon{Enter}');
    expect(await dialog.findByText(message)).toBeVisible();
    expect(dialog.getByLabelText('Ends after so many days')).toBeInvalid();
    expect(changes[0]?.body).toMatchObject({ days: 0 });
  });

  it('are removed when that is confirmed', async () => {
    const changes = renderApp('/access');
    await userEvent.click(await screen.findByLabelText('Remove till-report'));
    await userEvent.click(within(await screen.findByRole('dialog')).getByText('Remove'));
    await vi.waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(changes.map(({ call }) => call)).toEqual(['DELETE /api/v1/tokens/till-report']);
  });
});

it('says what to do where there is nobody yet', async () => {
  renderApp('/access', { 'GET /api/v1/users': none, 'GET /api/v1/tokens': none });
  expect(await screen.findByText(/press “Add user”/)).toBeVisible();
  expect(await screen.findByText(/press “Add token”/)).toBeVisible();
});
