import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { jobs, quarantine } from '../testing/samples';

const card = async (name: string) => within(await screen.findByLabelText(name, { selector: 'section' }));

describe('background work', () => {
  it('shows how far it is and how long it takes, and can be paused and ended', async () => {
    const changes = renderApp('/accounts/1/jobs');
    const history = await card('Old orders');
    expect(history.getByText('4,200 of 12,000 done · about 1 min 35 s left · 3 could not be done')).toBeVisible();
    await userEvent.click(history.getByText('Pause'));
    await userEvent.click(history.getByText('End'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByText('End'));
    expect(changes).toEqual([
      { call: 'POST /api/v1/jobs/pause', body: { account: '1', kind: 'history' } },
      { call: 'POST /api/v1/jobs/cancel', body: { account: '1', kind: 'history' } },
    ]);
  });

  it('says why it stopped, and goes on or starts anew with days', async () => {
    const changes = renderApp('/accounts/1/jobs', {
      'POST /api/v1/jobs/run': () => problem(400, 'The last day is before the first.', 'to'),
    });
    const missed = await card('Missed orders');
    expect(missed.getByText('Sitoo refuses the login details.')).toBeVisible();
    await userEvent.click(missed.getByText('Go on'));
    await userEvent.type(missed.getByLabelText('First day'), '2026-11-02');
    await userEvent.type(missed.getByLabelText('Last day'), '2026-11-01');
    await userEvent.click(missed.getByText('Start'));
    expect(await missed.findByText('The last day is before the first.')).toBeVisible();
    expect(missed.getByLabelText('Last day')).toHaveAttribute('aria-invalid', 'true');
    expect(changes.at(-1)?.body).toEqual({ account: '1', kind: 'reconcile', request: { from: '2026-11-02', to: '2026-11-01' } });
  });

  it('shows what old orders had to leave out, and what the comparison found', async () => {
    const [history, reconcile] = jobs;
    const report = {
      compared: 812, missing: 2, healed: 1, not_healed: 1, orders: ['11520', '11521'], z_reports: 14,
      z_reports_differ: [{ register: 'K2', closed_at: '2026-11-28T18:00:00Z', receipts: 40, orders: 39 }],
    };
    renderApp('/accounts/1/jobs', {
      'GET /api/v1/jobs': () => ({ status: 200, body: { items: [history, { ...reconcile, state: 'finished', report }] } }),
      'GET /api/v1/quarantine': () => ({ status: 200, body: { items: quarantine.map((row) => ({ ...row, source: 'sitoo_history' })) } }),
    });
    await userEvent.click(await screen.findByText('Left out: 3'));
    expect(await screen.findByText(/orderdate: This is not a time/)).toBeVisible();
    const missed = await card('Missed orders');
    expect(missed.getByText('Still missing')).toBeVisible();
    expect(missed.getByText('11520, 11521')).toBeVisible();
    expect(missed.getByText(/40 receipts at the till, 39 orders here/)).toBeVisible();
  });
});
