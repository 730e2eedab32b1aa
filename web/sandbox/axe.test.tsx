import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeServer, renderPage, type FakeAnswer } from '../components/testing';
import { backofficeAnswers } from './backoffice/testing';
import { BackofficePage } from './backoffice/BackofficePage';
import { PosPage } from './pos/PosPage';
import { anna, answers as posAnswers, receipt } from './pos/testing';
import { RulePage } from './rule/RulePage';
import { ruleAnswers } from './rule/testing';
import { SandboxPage } from './SandboxPage';
import { tables } from './texts/tables';

// Colours need a browser that paints, and jsdom paints none.
const options: axe.RunOptions = { iframes: false, rules: { 'color-contrast': { enabled: false } } };
const user = userEvent.setup();
const { sv } = tables;

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

beforeEach(() => {
  window.localStorage.clear();
  window.localStorage.setItem('kassabro.language', 'sv');
  window.scrollTo = () => undefined;
});

describe('the till, in Swedish,', () => {
  const check = { bonuscheckid: 'b1', name: 'Autumn', value: '100.00', remaining: '60.00', redeemed: false };
  const rich = { ...anna, bonuschecks: [check] };
  const routes: Record<string, FakeAnswer> = {
    ...posAnswers,
    'GET /pos/api/customers': { body: { contact: rich } },
    'GET /pos/api/customers/c1': { body: { contact: rich } },
    'GET /pos/api/sales': { body: { items: [receipt] } },
  };
  const open = async (change: Record<string, FakeAnswer> = {}) => {
    fakeServer({ ...routes, ...change });
    renderPage(<SandboxPage path="/pos"><PosPage /></SandboxPage>);
    await screen.findByRole('button', { name: /Wool cap/ });
    await user.keyboard('cap{Enter}');
  };

  it('shows a sale and its payment to everybody', async () => {
    await open();
    expect(await faults()).toEqual([]);
    await user.keyboard('{F4}');
    await screen.findByRole('dialog', { name: sv.pay.title });
    expect(await faults()).toEqual([]);
    await user.keyboard('1');
    await screen.findByRole('article', { name: sv.receipt.slip });
    expect(await faults()).toEqual([]);
  });

  it('shows the search, the card and the forms to everybody', async () => {
    await open();
    await user.keyboard('{F2}');
    await user.type(await screen.findByLabelText(sv.customer.find), 'a@b.se');
    expect(await faults()).toEqual([]);
    await user.keyboard('{Enter}');
    await screen.findByRole('region', { name: sv.customer.titles.card });
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: sv.words.edit }));
    await screen.findByRole('form', { name: sv.customer.titles.edit });
    expect(await faults()).toEqual([]);
  });

  it('shows returns, and that it is offline, to everybody', async () => {
    await open();
    await user.keyboard('{F8}');
    await user.click(await screen.findByRole('button', { name: /R1/ }));
    expect(await faults()).toEqual([]);
    await user.keyboard('{F9}');
    await user.click(screen.getByRole('switch', { name: sv.pay.online }));
    await user.keyboard('cap{Enter}{F4}1');
    await screen.findByText(sv.pay.waiting(1));
    expect(await faults()).toEqual([]);
  });
});

describe('Rule, in Swedish,', () => {
  it.each(['customers', 'customers/7', 'mailbox', 'automations', 'tags', 'developer'])('shows %s to everybody', async (view) => {
    window.history.replaceState(null, '', `/rule/1/${view}`);
    fakeServer(ruleAnswers);
    renderPage(<SandboxPage path="/rule"><RulePage /></SandboxPage>);
    await screen.findByRole('heading', { level: 1 });
    await screen.findAllByRole('table');
    expect(await faults()).toEqual([]);
  });

  it('shows a letter to everybody', async () => {
    window.history.replaceState(null, '', '/rule/1/mailbox');
    fakeServer(ruleAnswers);
    renderPage(<SandboxPage path="/rule"><RulePage /></SandboxPage>);
    await user.click(await screen.findByRole('button', { name: 'Thanks Anna' }));
    await screen.findByTitle('Thanks Anna');
    expect(await faults()).toEqual([]);
  });
});

// Some 160 radios are a lot of work for jsdom.
it('the backoffice shows its settings to everybody', async () => {
  fakeServer(backofficeAnswers);
  renderPage(<SandboxPage path="/backoffice"><BackofficePage /></SandboxPage>);
  await screen.findByLabelText('API URL');
  expect(await faults()).toEqual([]);
}, 120_000);
