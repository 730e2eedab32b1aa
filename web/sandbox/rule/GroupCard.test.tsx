import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, renderPage } from '../../components/testing';
import { isBroken, textToEdit, valueToSend } from './field_text';
import { GroupCard } from './GroupCard';
import type { CustomGroup } from './rule_api';

const contact: CustomGroup = {
  id: 1,
  name: 'Sitoo-Contact',
  historical: false,
  fields: [
    { name: 'namefirst', type: 'text', value: 'Anna' },
    { name: 'bonuschecks', type: 'json', value: [{ id: 'B1', redeemed: false }] },
  ],
};
const path = 'PUT /rule/pages-api/accounts/1/subscribers/7/fields';
const show = (group: CustomGroup) => renderPage(<GroupCard account={1} subscriber={7} group={group} />);
const user = userEvent.setup();

async function edit(name: string) {
  await user.click(screen.getByRole('button', { name: `Edit ${name}` }));
  return screen.findByRole('textbox', { name });
}

describe('a flat group', () => {
  it('lets a person edit a field', async () => {
    const calls = fakeServer({ [path]: { body: {} } });
    show(contact);
    const text = await edit('namefirst');
    await user.clear(text);
    await user.type(text, 'Annika');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(calls[0]?.body).toEqual({ group: 'Sitoo-Contact', field: 'namefirst', value: 'Annika' });
  });

  it('warns of broken JSON, and saves it only on purpose', async () => {
    const error = { message: 'The text is not valid JSON.', field: 'value', status: 400 };
    const calls = fakeServer({ [path]: { status: 400, body: { error } } });
    show(contact);
    await user.type(await edit('bonuschecks'), 'x');
    expect(screen.getByText(/^This is not valid JSON\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save anyway' }));
    expect(await screen.findByText('The text is not valid JSON.')).toBeVisible();
    expect(calls).toHaveLength(1);
  });
});

describe('a new field', () => {
  it('is added by name, as JSON when it looks like that', async () => {
    const calls = fakeServer({ [path]: { body: {} } });
    show(contact);
    await user.click(screen.getByRole('button', { name: 'Add field' }));
    await user.type(await screen.findByLabelText('Field'), 'bonuschecks');
    await user.click(screen.getByLabelText('Value'));
    await user.paste('[{ "id": "B1" ');
    expect(screen.getByText(/^This is not valid JSON\./)).toBeVisible();
    await user.paste('}]');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(calls[0]?.body).toEqual({ group: 'Sitoo-Contact', field: 'bonuschecks', value: '[{"id":"B1"}]' });
  });
});

describe('a historical group', () => {
  it('shows products readably, and nothing to edit', async () => {
    show({
      id: 2,
      name: 'Sitoo-Order',
      historical: true,
      fields: [],
      records: [{ id: 1, created_at: '2026-11-23T10:00:00Z', values: [{ name: 'products', type: 'json', value: '[{"sku":"CAP-1","total":"349.00"}]' }] }],
    });
    await user.click(screen.getByRole('button', { name: /Record 1/ }));
    const table = await screen.findByRole('table', { name: 'products' });
    expect(within(table).getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['SKU', 'Total']);
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  });
});

describe('the text of a field', () => {
  it('comes back as it was when nothing is changed', () => {
    const fields = [
      { name: 'a', type: 'multiple', value: ['x', 'y, z'] },
      { name: 'b', type: 'json', value: [{ id: 'B1' }] },
      { name: 'c', type: 'json', value: '[{' },
      { name: 'd', type: 'text', value: 'Anna' },
      { name: 'e', type: 'date', value: null },
    ];
    expect(fields.map((field) => valueToSend(field.type, textToEdit(field)))).toEqual(['["x","y, z"]', '[{"id":"B1"}]', '[{', 'Anna', '']);
  });

  it('may be emptied', () => {
    expect(['json', 'multiple', 'text'].map((type) => valueToSend(type, type === 'text' ? '' : '  \n'))).toEqual(['', '', '']);
    expect(isBroken('json', ' ')).toBe(false);
  });
});
