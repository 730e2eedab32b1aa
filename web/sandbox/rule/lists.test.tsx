import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeServer, renderPage } from '../../components/testing';
import { RulePage } from './RulePage';
import { tagCounts } from './tag_counts';
import { passes, ruleAnswers } from './testing';

const user = userEvent.setup();

function open(path: string, answers = {}) {
  window.history.replaceState(null, '', path);
  fakeServer({ ...ruleAnswers, ...answers });
  renderPage(<RulePage />);
}

beforeEach(() => {
  window.scrollTo = () => undefined;
});

describe('the mailbox', () => {
  it('shows everybody’s messages, and finds some of them', async () => {
    open('/rule/1/mailbox');
    const table = await screen.findByRole('table', { name: 'Messages' });
    expect(within(table).getByText('Thanks Anna')).toBeVisible();
    await user.type(screen.getByRole('searchbox', { name: 'Search messages' }), 'nobody');
    expect(await screen.findByText('No message matches')).toBeVisible();
  });

  it('says what to do while it is empty', async () => {
    open('/rule/1/mailbox', { 'GET /rule/pages-api/accounts/1/mailbox': { body: { items: [] } } });
    expect(await screen.findByText('No message has been sent')).toBeVisible();
  });
});

describe('the automations', () => {
  it('show what each tag has sent, and will', async () => {
    open('/rule/1/automations');
    const rows = within(await screen.findByRole('table', { name: 'Automations' })).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/OrderCompleted.*sent.*queued.*due/);
    expect(rows[2]).toHaveTextContent(/Newsletter.*no message/);
    expect(passes).toHaveLength(2);
  });
});

describe('the tags', () => {
  it('are counted, the most common first, with those who changed last', () => {
    const row = (id: number, tags: string[]) => ({
      id, email: `${String(id)}@x.se`, phone_number: null, status: 'ACTIVE', tags, created_at: '', updated_at: `2026-01-0${String(id)}`,
    });
    const counts = tagCounts([row(1, ['A', 'B']), row(2, ['A']), row(3, ['A']), row(4, ['A'])]);
    expect(counts.map(({ tag, count, customers }) => [tag, count, customers.map(({ id }) => id)])).toEqual([
      ['A', 4, [4, 3, 2]],
      ['B', 1, [1]],
    ]);
  });

  it('lead to their customers', async () => {
    open('/rule/1/tags');
    await user.click(await screen.findByRole('link', { name: 'anna@example.com' }));
    expect(await screen.findByRole('region', { name: 'Customer card' })).toBeVisible();
  });
});
