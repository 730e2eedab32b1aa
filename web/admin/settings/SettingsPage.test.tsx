import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { connection } from '../testing/samples';

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
const conflict = { 'PATCH /api/v1/accounts/{}': () => problem(409, 'The settings were changed meanwhile.', 'revision') };

describe('a section', () => {
  it('says what is wrong before it is sent, and sends only what was changed', async () => {
    const changes = renderApp('/accounts/1/settings#names');
    const group = await screen.findByLabelText('Group for purchases');
    expect(group).toHaveValue('Sitoo-Order');
    fireEvent.change(group, { target: { value: 'Sitoo-Contact' } });
    await save();
    expect(await screen.findByText('The three groups must have different names.')).toBeVisible();
    expect(group).toHaveFocus();
    expect(changes).toEqual([]);
    fireEvent.change(group, { target: { value: 'Köp' } });
    await save();
    expect(changes).toEqual([{ call: 'PATCH /api/v1/accounts/1', body: { settings: { rule: { order_group: 'Köp' } }, revision: '7' } }]);
  });

  it('goes back to a default, and shows it beside what is set', async () => {
    const changes = renderApp('/accounts/1/settings#receipts');
    expect(await screen.findByText('Default: To nobody')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Back to the default: Receipts go'));
    await save();
    expect(changes.find(({ call }) => call.startsWith('PATCH'))?.body).toEqual({ settings: { receipt: { send: null } }, revision: '7' });
  });

  it('shows the server’s refusal at the field that it names', async () => {
    renderApp('/accounts/1/settings#names', { 'PATCH /api/v1/accounts/{}': () => problem(400, 'A group needs a name.', 'rule.address_group') }, 'sv');
    const group = await screen.findByLabelText('Grupp för adresser');
    fireEvent.change(group, { target: { value: 'A' } });
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
    expect(await screen.findByText('Vid Grupp för adresser: En grupp behöver ett namn.')).toBeVisible();
    expect(group).toHaveAccessibleDescription(/En grupp behöver ett namn/);
  });

  it('keeps what was typed while another one is looked at', async () => {
    renderApp('/accounts/1/settings#shop');
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Bo' } });
    await userEvent.click(screen.getByRole('button', { name: 'Stores' }));
    await userEvent.click(screen.getByRole('button', { name: /^The shop/ }));
    expect(await screen.findByLabelText('Name')).toHaveValue('Bo');
  });
});

it('builds the card by keyboard alone', async () => {
  const changes = renderApp('/accounts/1/settings#card');
  const first = within(await screen.findByRole('group', { name: 'Section Loyalty' }));
  const line = within(first.getByRole('group', { name: 'Line Bonus left' }));
  line.getByLabelText('Title').focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(within(first.getByRole('group', { name: 'Line Bonus left' })).getByLabelText('Title')).toHaveFocus();
  screen.getByLabelText('Remove: Section Latest purchase').focus();
  await userEvent.keyboard('{Enter}');
  await save();
  expect(changes.at(-1)?.body).toEqual({
    settings: {
      card: {
        sections: [{ title: 'Loyalty', values: [{ title: 'Customer since', source: 'member_since' }, { title: 'Bonus left', source: 'bonus_left' }] }],
      },
    },
    revision: '7',
  });
});

it('sets what the till asks for, and says that its text is made of what is saved', async () => {
  const changes = renderApp('/accounts/1/settings#till');
  await userEvent.selectOptions(await screen.findByLabelText('E-mail, at registration'), 'Hidden');
  await userEvent.click(screen.getByLabelText('Member number'));
  expect(screen.getByText(/^Save first/)).toBeVisible();
  await save();
  expect(changes.at(-1)?.body).toEqual({
    settings: { sitoo_v2: { till: { fields_add: { email: 'hidden' }, search_types: ['mobile', 'email'] } } }, revision: '7',
  });
});

describe('two people', () => {
  const fresh = { ...connection, revision: '8', settings: { ...connection.settings, rule: { order_tag: 'Theirs' } } };

  it('are told of each other, and neither loses anything', async () => {
    const seen: unknown[] = [];
    let turn = 0;
    renderApp('/accounts/1/settings#names', {
      'GET /api/v1/accounts/{}': () => ({ status: 200, body: turn++ === 0 ? connection : fresh }),
      'PATCH /api/v1/accounts/{}': ({ body }) => {
        seen.push(body);
        return seen.length === 1 ? conflict['PATCH /api/v1/accounts/{}']() : { status: 200, body: { ...fresh, revision: '9' } };
      },
    });
    fireEvent.change(await screen.findByLabelText('Tag of a purchase'), { target: { value: 'Mine' } });
    await save();
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/The owner in these pages changed Tag of a purchase/)).toBeVisible();
    expect(dialog.getByText('Theirs')).toBeVisible();
    expect(dialog.getByText('Mine')).toBeVisible();
    await userEvent.click(dialog.getByText('Overwrite with mine'));
    expect(seen.at(-1)).toEqual({ settings: { rule: { order_tag: 'Mine' } }, revision: '8' });
  });

  it('may take what the other has saved', async () => {
    let turn = 0;
    renderApp('/accounts/1/settings#names', {
      ...conflict, 'GET /api/v1/accounts/{}': () => ({ status: 200, body: turn++ === 0 ? connection : fresh }),
    });
    fireEvent.change(await screen.findByLabelText('Tag of a purchase'), { target: { value: 'Mine' } });
    await save();
    await userEvent.click(within(await screen.findByRole('dialog')).getByText('Take theirs'));
    expect(await screen.findByLabelText('Tag of a purchase')).toHaveValue('Theirs');
    expect(screen.getByText('Nothing has been changed here.')).toBeVisible();
  });
});

it('tries on an order what is typed, and saves nothing', async () => {
  const changes = renderApp('/accounts/1/settings#names');
  fireEvent.change(await screen.findByLabelText('Tag of a purchase'), { target: { value: 'Bought' } });
  await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
  const table = within(await screen.findByRole('table', { name: 'What is different' }));
  expect(table.getAllByText('OrderCompleted')).toHaveLength(2);
  expect(table.getAllByText('goods were sold')).toHaveLength(2);
  expect(changes).toEqual([{ call: 'POST /api/v1/accounts/1/preview', body: { settings: { rule: { order_tag: 'Bought' } } } }]);
});

it('shows who changed what, undoes it, and says why something cannot be undone', async () => {
  const changes = renderApp('/accounts/1/settings#changes');
  expect(await screen.findByText('A secret; it is not shown.')).toBeVisible();
  for (const why of ['This has been undone.', /it holds a secret/, /a later change touched the same setting/]) expect(screen.getByText(why)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Tag of a purchase/)).toBeVisible();
  await userEvent.click(dialog.getByText('Undo'));
  expect(changes).toEqual([{ call: 'POST /api/v1/accounts/1/changes/4/undo', body: undefined }]);
});

it('shows at a block of JSON what is wrong with it, here or at the server', async () => {
  const changes = renderApp('/accounts/1/settings#json', {
    'PATCH /api/v1/accounts/{}': () => problem(400, 'There is no such setting.', 'rule.fedes'),
  });
  await userEvent.click(await screen.findByText('Names in Rule', { selector: '.mantine-Accordion-label' }));
  const text = await screen.findByLabelText('Settings of “Names in Rule”');
  fireEvent.change(text, { target: { value: '{"fedes": {}' } });
  await userEvent.click(screen.getByLabelText('Save: Names in Rule'));
  expect(await screen.findByText(/This is not JSON/)).toBeInTheDocument();
  fireEvent.change(text, { target: { value: '{"fedes": {}}' } });
  await userEvent.click(screen.getByLabelText('Save: Names in Rule'));
  expect(await screen.findByText('rule.fedes: There is no such setting.')).toBeInTheDocument();
  expect(changes).toEqual([{ call: 'PATCH /api/v1/accounts/1', body: { settings: { rule: { feeds: null, fedes: {} } }, revision: '7' } }]);
});
