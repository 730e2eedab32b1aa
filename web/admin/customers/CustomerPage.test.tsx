import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { customer, timeline } from '../testing/customer_samples';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';

const path = '/accounts/1/customers/77';
const tab = async (name: RegExp) => {
  await userEvent.click(await screen.findByRole('tab', { name }));
};

describe('one customer', () => {
  it('is told with all that is known', async () => {
    renderApp(path);
    const details = within(await screen.findByLabelText('Details', { selector: 'section' }));
    for (const text of ['vera@example.com', '1000077', '1 Mar 1985', 'Female', '3, SEK 1,298.00 in all']) {
      expect(details.getByText((shown) => shown.replace(/\s/g, ' ') === text)).toBeVisible();
    }
    expect(details.getByText('118 20 Stockholm')).toBeVisible();
    expect(details.getByText('Sweden')).toBeVisible();
    expect(within(screen.getByLabelText('In Rule', { selector: 'section' })).getByText('Known')).toBeVisible();
  });

  it.each([
    [{ rule: null }, 'Unknown'],
    [{ rule: { remote_id: '5', blocked: true, checked_at: customer.updated_at } }, 'Blocked'],
  ])('says what Rule knows: %j', async (change, text) => {
    renderApp(path, { 'GET /api/v1/customers/{}': () => ({ status: 200, body: { ...customer, ...change } }) });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('shows the purchases of all channels with their rows, at an address of their own', async () => {
    renderApp(`${path}?tab=purchases`);
    await userEvent.click(await screen.findByText('Till · Götgatan · 11513'));
    expect(within(screen.getByLabelText('Rows of 11513')).getByText('Mössa')).toBeVisible();
    await userEvent.click(screen.getByText('Webshop-Order · W-9'));
    expect(screen.getByText('The rows of this purchase are not known.')).toBeVisible();
  });

  it('unfolds a bonus check into its ledger', async () => {
    renderApp(path);
    await tab(/Bonus checks/);
    expect(window.location.search).toBe('?tab=bonus');
    await userEvent.click(await screen.findByText('Julcheck'));
    const ledger = within(screen.getByLabelText('What happened to Julcheck'));
    expect(ledger.getByText('Used (1001)')).toBeVisible();
    expect(ledger.getByText('Till (SPI v1), store Götgatan, staff Anna, till 2')).toBeVisible();
  });

  it('shows consents with how they came about', async () => {
    renderApp(path);
    await tab(/Consents/);
    const history = within(await screen.findByLabelText('How it came about', { selector: 'table' }));
    expect(history.getByText('Yes (chosen then)')).toBeVisible();
    expect(history.getByText(/imported$/)).toBeVisible();
  });

  it('is exported as a file', async () => {
    const made = vi.fn(() => 'blob:1');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined }));
    renderApp(path);
    await userEvent.click(await screen.findByText('Export everything'));
    await vi.waitFor(() => { expect(made).toHaveBeenCalledOnce(); });
  });

  it.each([
    ['', 'Export as a page', '/api/v1/customers/77/export', 'customer-77.html'],
    ['?tab=consents', 'Proof of consents', '/api/v1/customers/77/consent-proof', 'consents-77.html'],
  ])('is exported as a page to be handed over%s', async (tab, button, address, file) => {
    const asked: string[] = [];
    const answer = ({ path: at, query }: { path: string; query: URLSearchParams }) => {
      asked.push(`${at} ${query.get('format') ?? 'json'}`);
      return { status: 200, body: '<!doctype html>' };
    };
    const saved = vi.fn();
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved(this.download);
    });
    renderApp(path + tab, { 'GET /api/v1/customers/{}/export': answer, 'GET /api/v1/customers/{}/consent-proof': answer });
    await userEvent.click(await screen.findByText(button));
    await vi.waitFor(() => { expect(saved).toHaveBeenCalledWith(file); });
    expect(asked).toEqual([`${address} html`]);
  });

  it('is not there', async () => {
    renderApp(path, { 'GET /api/v1/customers/{}': () => problem(404, 'There is no such customer.') });
    expect(await screen.findByText('There is no such customer in this shop')).toBeVisible();
  });
});

describe('the timeline', () => {
  it('tells by day what happened; an attempt unfolds into its calls', async () => {
    renderApp(path);
    expect(await screen.findByText('Rule refused it: Purchase')).toBeVisible();
    for (const text of ['Sitoo told of an order', 'Consent: yes to E-mail', 'Bonus check Julcheck: Used', 'Details changed', 'Registered']) {
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    }
    await userEvent.click(screen.getByText('Attempt 2 · 214 ms · 2 calls'));
    await userEvent.click(screen.getByText('POST /v3/subscribers'));
    expect(screen.getByText(/InvalidEmail/)).toBeVisible();
    expect(screen.getAllByText('Delivery 901')[0]?.closest('a')).toHaveAttribute('href', '/accounts/1/deliveries/901');
  });

  it('tells which tills were shown the person, and how often', async () => {
    renderApp(path);
    await userEvent.click(await screen.findByLabelText('Shown at a till'));
    expect(screen.getByText('Till (SPI v2), store Götgatan, staff Anna, till 2 · 3 times within a minute')).toBeVisible();
    expect(screen.getByText('Till (SPI v1), store Götgatan, staff Anna, till 4')).toBeVisible();
    expect(screen.queryByText('Details changed')).toBeNull();
  });

  it('shows one kind alone, and older ones when asked', async () => {
    const older = [{ at: '2025-01-02T10:00:00Z', what: 'order', order_id: '1', total: '5.00', currency: 'SEK', store: 'Farsta' }];
    renderApp(path, {
      'GET /api/v1/customers/{}/timeline': ({ query }) => ({
        status: 200,
        body: query.get('before') === null ? { items: timeline, next: '2026-11-28T09:12:30Z' } : { items: older, next: null },
      }),
    });
    await userEvent.click(await screen.findByLabelText('Purchases'));
    expect(screen.queryByText('Rule refused it: Purchase')).toBeNull();
    await userEvent.click(screen.getByText('Show older'));
    expect(await screen.findByText('order 1 · Farsta')).toBeVisible();
    expect(screen.getByText('This is where it begins.')).toBeVisible();
  });
});
