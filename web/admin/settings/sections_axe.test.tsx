import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { axeFaults } from '../testing/axe_faults';
import { renderApp } from '../testing/render';
import { tables } from '../texts/tables';
import { pageSections } from './use_section';

const { editor, marketing } = tables.sv;

it.each(pageSections)('the part %s of the settings can be used by whoever cannot see or point', async (section) => {
  renderApp(`/accounts/1/settings#${section}`, {}, 'sv');
  await screen.findByRole('heading', { level: 2, name: editor.sections[section] });
  expect(await axeFaults()).toEqual([]);
});

it.each(['receipts', 'consent', 'webhooks'] as const)('so can the tab %s of marketing', async (tab) => {
  renderApp('/accounts/1/marketing', {}, 'sv');
  await userEvent.click(await screen.findByRole('tab', { name: marketing.tabs[tab] }));
  await screen.findAllByRole('heading', { level: 2 });
  expect(await axeFaults()).toEqual([]);
});

it.each(['en', 'sv'] as const)('so can the receipts with something wrong in them (%s)', async (language) => {
  const { field_labels: labels, receipt } = tables[language];
  renderApp('/accounts/1/settings#receipts', {}, language);
  fireEvent.change(await screen.findByLabelText(labels['receipt.from_email']), { target: { value: 'bo@' } });
  await screen.findByText(receipt.wrong);
  expect(await axeFaults()).toEqual([]);
});
