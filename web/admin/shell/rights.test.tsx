import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Role, Scope } from '../rights';
import { axeFaults } from '../testing/axe_faults';
import { problem, signedInAs } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const as = (name: string, role: Role, may: Scope[]) => ({ 'GET /api/v1/session': () => ({ status: 200, body: signedInAs(name, role, may) }) });
const anna = as('anna', 'support', ['read', 'customers', 'erase', 'deliveries']);
const reader = as('rut', 'read_only', ['read']);

const entries = async () => {
  const navigation = within(await screen.findByRole('navigation', { name: 'Pages' }));
  return navigation.getAllByRole('link').map(({ textContent }) => textContent.replace(/\d$/, ''));
};

describe('who is not the owner', () => {
  it('sees the pages that their role may see, and who they are', async () => {
    renderApp('/', anna);
    expect(await entries()).toEqual(['Overview', 'Customers', 'Deliveries', 'Orders and problems', 'Background work', 'Doctor', 'Webhooks']);
    expect(screen.getByText('Signed in as anna (Customer service)')).toBeVisible();
  });

  it.each([
    ['/accounts/1/settings', 'Settings', 'Shops and settings'],
    ['/new', 'Connect another shop', 'Shops and settings'],
    ['/access', 'Access', 'Users and tokens'],
    ['/audit', 'Audit log', 'Audit log'],
  ])('is told at %s which right it takes', async (place, title, right) => {
    renderApp(place, anna);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByText(new RegExp(`^It takes the right “${right}”`))).toBeVisible();
    expect(await axeFaults()).toEqual([]);
  });

  it('does not reach a page by its key either', async () => {
    renderApp('/accounts/1/doctor', anna);
    await screen.findByText('Bonus checks in Rule cannot be read');
    await userEvent.keyboard('9');
    expect(window.location.pathname).toBe('/accounts/1/doctor');
    await userEvent.keyboard('?');
    expect(within(await screen.findByRole('dialog')).queryByText('Settings')).toBeNull();
  });

  it('sees the buttons of what they may do', async () => {
    renderApp('/accounts/1/doctor', anna);
    expect(await screen.findByText('Repair what can be repaired')).toBeVisible();
  });

  it('sees the state of work, and no button to start it', async () => {
    renderApp('/accounts/1/jobs', anna);
    expect(await screen.findByText('Running')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Start: / })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Pause: / })).toBeNull();
  });

  it.each(['doctor', 'deliveries', 'orders'])('sees no button on %s when they may only read', async (page) => {
    renderApp(`/accounts/1/${page}`, reader);
    expect((await screen.findAllByRole('row')).length).toBeGreaterThan(1);
    expect(screen.queryByRole('button', { name: /^(Repair|Send|Hold|Fetch)/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('reads in a list what is no link to them', async () => {
    renderApp('/accounts/1/deliveries', reader);
    expect(await screen.findByText(/ 901$/)).toBeVisible();
    expect(within(screen.getByRole('table')).queryByRole('link')).toBeNull();
  });

  it('reads the sentence of the server that refuses', async () => {
    const sentence = 'This is not allowed to you: it takes the right "read".';
    renderApp('/accounts/1/jobs', { ...anna, 'GET /api/v1/jobs': () => problem(403, sentence) }, 'sv');
    expect(await screen.findByText('Detta får du inte göra: det kräver rättigheten ”read”.')).toBeVisible();
  });
});

it('says nothing of who is signed in to the owner', async () => {
  renderApp('/');
  expect((await entries()).slice(-2)).toEqual(['Access', 'Audit log']);
  expect(screen.queryByText(/^Signed in as/)).toBeNull();
});
