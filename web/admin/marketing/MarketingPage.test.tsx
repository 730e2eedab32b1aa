import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderApp } from '../testing/render';
import { automations } from '../testing/samples';
import { webhooks } from '../testing/settings_samples';

const part = async (name: string) => within(await screen.findByLabelText(name, { selector: 'section' }));

async function open(tab: string) {
  await userEvent.click(await screen.findByText(tab));
}

describe('letters', () => {
  it('show what would be made, and are made for the flow that was chosen', async () => {
    const changes = renderApp('/accounts/1/marketing', {
      'POST /api/v1/automations/apply': () => ({ status: 200, body: { done: false, flows: automations.flows } }),
    });
    await open('Letters');
    const winback = await part('Winback');
    expect(winback.getByText('The tag is not in Rule yet.')).toBeVisible();
    expect(winback.getByText('Changed in Rule')).toBeVisible();
    await userEvent.click(winback.getByText('Make and switch on'));
    expect(await screen.findByText('Not all of it worked. See below.')).toBeVisible();
    expect(changes.find(({ call }) => call.endsWith('/apply'))?.body).toEqual({ account: '1', flows: ['winback'], recreate: false, activate: true });
  });

  it('are removed only after a question', async () => {
    const changes = renderApp('/accounts/1/marketing');
    await open('Letters');
    await userEvent.click((await part('Retention')).getByText('Remove'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByLabelText('Also delete what was changed in Rule'));
    await userEvent.click(dialog.getByText('Remove'));
    expect(changes.find(({ call }) => call.endsWith('/remove'))?.body).toEqual({ account: '1', flows: ['retention'], force: true });
  });

  it('can be looked at, and what another system wrote cannot act here', async () => {
    renderApp('/accounts/1/marketing');
    await open('Letters');
    await userEvent.click((await part('Winback')).getByText('Look at it'));
    const frame = await screen.findByTitle('The letter');
    expect(frame).toHaveAttribute('sandbox', '');
    expect(frame).toHaveAttribute('srcdoc', '<!doctype html><p>Tack!</p>');
  });
});

it('tests what Rule gets, and shows each call and what arrived', async () => {
  const changes = renderApp('/accounts/1/marketing');
  await userEvent.click(await screen.findByText('Test all'));
  expect((await part('A customer registers')).getByText('Arrived')).toBeVisible();
  expect((await part('A purchase')).getByText('Rule answered 403.')).toBeVisible();
  await userEvent.click((await part('Nothing bought for very long')).getByRole('switch'));
  expect(changes.at(-1)).toEqual({
    call: 'PATCH /api/v1/accounts/1', body: { settings: { rule: { feeds: { winback_due: true } } }, revision: '7' },
  });
});

it('shows what came by each webhook, and what to do in Rule when nothing does', async () => {
  renderApp('/accounts/1/marketing');
  await open('Webhooks from Rule');
  expect((await part('unsubscribe')).getByText('Taken')).toBeVisible();
  expect((await part('bounced')).getByText('None has come since Kassabro was started.')).toBeVisible();
  expect(screen.queryByText('Nothing has come from Rule yet')).toBeNull();
});

it('says what to do in Rule when no webhook has come', async () => {
  renderApp('/accounts/1/marketing', {
    'GET /api/v1/webhooks': () => ({ status: 200, body: { items: webhooks.map((hook) => ({ ...hook, count: 0, last_at: null, last_result: '' })) } }),
  });
  await open('Webhooks from Rule');
  expect(await screen.findByText('Nothing has come from Rule yet')).toBeVisible();
  expect(screen.getByLabelText('Copy: Address for unsubscribe')).toBeVisible();
});
