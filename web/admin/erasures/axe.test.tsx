import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { axeFaults } from '../testing/axe_faults';
import { renderApp } from '../testing/render';
import { tables } from '../texts/tables';

const languages = ['en', 'sv'] as const;

it.each(languages)('the question before somebody is erased can be used by whoever cannot see or point (%s)', async (language) => {
  renderApp('/accounts/1/customers/77', {}, language);
  await userEvent.click(await screen.findByText(tables[language].erasure.erase));
  await screen.findByRole('dialog');
  expect(await axeFaults()).toEqual([]);
});

it.each(languages.flatMap((language) => [[language, '/erasures', '70'], [language, '/erasures/6', '77'], [language, '/erasures/5', '70']] as const))(
  'so can, in %s, %s',
  async (language, place, customer) => {
    renderApp(`/accounts/1${place}`, {}, language);
    await screen.findByText(customer);
    expect(await axeFaults()).toEqual([]);
  },
);
