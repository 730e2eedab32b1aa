import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, type FakeAnswer } from '../testing/fake_api';
import { renderApp } from '../testing/render';
import { importDetail } from '../testing/samples';
import { parseMapping } from './mapping';

async function choose() {
  const input = await screen.findByLabelText('File (.xls, .xlsx, .txt or .csv)');
  const file = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!file) throw new Error(`no file field beside ${input.id}`);
  await userEvent.upload(file, new File(['E-post;Belopp'], 'julcheckar.csv'));
  await userEvent.click(screen.getByText('Check the file'));
}

describe('a file of bonus checks', () => {
  it('is looked at before anything changes, applied without its bad rows, and undone', async () => {
    let state: FakeAnswer = { status: 200, body: importDetail };
    const changes = renderApp('/accounts/1/imports', {
      'GET /api/v1/imports/{}': () => state,
      'POST /api/v1/imports/{}/apply': () => (state = { status: 200, body: { ...importDetail, state: 'applied' } }),
      'POST /api/v1/imports/{}/undo': () => problem(409, 'The check B-100 has been used since.'),
    });
    await choose();
    expect(await screen.findByText('Nothing has been changed yet.')).toBeVisible();
    const refused = within(screen.getByLabelText('Refused rows'));
    expect(refused.getByText('This customer is not known.')).toBeVisible();
    expect(screen.getByText('All refused rows as a file').closest('a')).toHaveAttribute('href', '/api/v1/imports/4/refusals.csv?account=1');
    await userEvent.click(screen.getByText('Apply without the refused rows'));
    await userEvent.click(await screen.findByText('Undo'));
    await userEvent.click(within(await screen.findByRole('dialog')).getByText('Undo'));
    expect(await screen.findByText('The check B-100 has been used since.')).toBeVisible();
    expect(changes.map(({ call }) => call)).toEqual([
      'POST /api/v1/imports/upload?account=1&file_name=julcheckar.csv&unknown_customers=refuse',
      'POST /api/v1/imports/4/apply',
      'POST /api/v1/imports/4/undo',
    ]);
    expect(changes[0]?.body).toBeInstanceOf(File);
    expect(changes[1]?.body).toEqual({ account: '1', bad_rows: 'skip', wait: false });
  });

  it('that is not understood says which column is missing', async () => {
    renderApp('/accounts/1/imports', { 'POST /api/v1/imports/upload': () => problem(400, 'There is no column with the value.', 'value') });
    await choose();
    expect(await screen.findByText('There is no column with the value.')).toBeVisible();
  });
});

it('reads columns as they are written', () => {
  expect(parseMapping('Kund = email\nF=\n\nA=B=id')).toEqual({ Kund: 'email', F: '', 'A=B': 'id' });
  expect(parseMapping(' \n')).toBeNull();
});
