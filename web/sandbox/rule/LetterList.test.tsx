import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, renderPage } from '../../components/testing';
import { LetterList } from './LetterList';

const letter = {
  id: 1,
  at: '2026-11-23 11:00:00',
  to: 'anna@example.com',
  subject: 'Thanks Anna',
  from: 'Shop <hello@example.com>',
  html: '<p>Order 2</p>',
  plain: 'Order 2',
  tag: 'Order',
  kind: 'marketing',
  status: 'sent',
  reason: null,
};
const text = { ...letter, id: 2, at: '2026-11-24 11:00:00', subject: null, html: null, plain: 'Your receipt', to: '+46701234567' };
const user = userEvent.setup();

function show() {
  const calls = fakeServer({
    'GET /rule/pages-api/accounts/1/mailbox': { body: { items: [letter] } },
    'GET /rule/pages-api/accounts/1/sms': { body: { items: [text] } },
  });
  renderPage(<LetterList account={1} customer={{ email: 'anna@example.com', phone_number: '+46701234567' }} />);
  return calls;
}

describe('the messages of a customer', () => {
  it('are those of the mailbox and the phone, newest first', async () => {
    const calls = show();
    const table = await screen.findByRole('table', { name: 'Messages' });
    expect(within(table).getAllByRole('button').map((one) => one.textContent)).toEqual(['Your receipt', 'Thanks Anna']);
    expect(calls.map((call) => call.path.split('?')[1])).toEqual(['to=anna%40example.com', 'to=%2B46701234567']);
  });

  it('open in a frame that runs no scripts', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Thanks Anna' }));
    const frame = await screen.findByTitle('Thanks Anna');
    expect(frame.getAttribute('srcdoc')).toBe('<p>Order 2</p>');
    expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts');
  });

  it('show a text message as text', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Your receipt' }));
    expect(await within(await screen.findByRole('dialog')).findByText('+46701234567')).toBeTruthy();
  });
});
