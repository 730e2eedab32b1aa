import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const path = '/accounts/1/customers';
const field = () => screen.findByLabelText('E-mail, phone or member number');

describe('the search for a customer', () => {
  it('leads to the one who has exactly this', async () => {
    renderApp(path);
    await userEvent.type(await field(), 'vera@example.com{Enter}');
    expect(await screen.findByRole('heading', { name: 'Vera Ek' })).toBeVisible();
    expect(window.location.pathname).toBe('/accounts/1/customers/77');
    expect(window.location.href).not.toContain('vera');
  });

  it('says at the field what is missing, before it asks', async () => {
    renderApp(path);
    await userEvent.type(await field(), 'Vera Ek{Enter}');
    expect(screen.getByText(/A name cannot be searched for/)).toBeVisible();
    expect(await field()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.type(await field(), '@');
    expect(screen.queryByText(/A name cannot be searched for/)).toBeNull();
  });

  it('says what to do when there is nobody', async () => {
    renderApp(path);
    await userEvent.type(await field(), '070-999 99 99{Enter}');
    expect(await screen.findByText('Nobody has exactly this')).toBeVisible();
    expect(screen.getByText(/Try the customer’s other ways of contact/)).toBeVisible();
  });

  it('shows a refusal at the field, and another fault below', async () => {
    let answer = problem(400, 'This is no key.', 'key');
    renderApp(path, { 'POST /api/v1/customers/find': () => answer });
    await userEvent.type(await field(), '1000077{Enter}');
    expect(await screen.findByText('This is no key.')).toBeVisible();
    answer = problem(503, 'The disk is full.');
    await userEvent.click(screen.getByText('Find the customer'));
    expect(await screen.findByText('The disk is full.')).toBeVisible();
  });
});
