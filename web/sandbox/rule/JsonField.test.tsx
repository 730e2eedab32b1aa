import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../components/testing';
import { JsonField } from './JsonField';

const checks = [
  {
    redeemeddate: '2026-11-20', id: 'B1', name: 'Bonus 100', description: '', value: '100.00', remaining: '0.00', currency: 'SEK',
    validfrom: '2026-01-01', validto: '2026-12-31', redeemed: true, origin: 'spring_import',
  },
  { id: 'B2', name: 'Bonus 50', value: '50.00', remaining: '1250.00', currency: 'SEK', redeemed: false, redeemeddate: null },
];

const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);
const cells = (row: number) => within(screen.getAllByRole('row')[row] as HTMLElement).getAllByRole('cell');

describe('a json field', () => {
  it('shows bonus checks in the order in which a person reads them', () => {
    renderPage(<JsonField name="bonuschecks" value={checks} />);
    expect(headers()).toEqual([
      'ID', 'Name', 'Description', 'Value', 'Remaining', 'Currency', 'Valid from', 'Valid to', 'Status', 'Used on', 'Origin',
    ]);
    expect(cells(1).map((cell) => cell.textContent)).toEqual([
      'B1', 'Bonus 100', '', '100.00', '0.00', 'SEK', 'Jan 1, 2026', 'Dec 31, 2026', 'Used', 'Nov 20, 2026', 'spring_import',
    ]);
    expect(cells(2)[4]).toHaveTextContent('1,250.00');
    expect(cells(2)[4]).toHaveStyle({ textAlign: 'right' });
    expect(cells(2)[8]).toHaveTextContent('Open');
  });

  it('shows products, also when they come as text, with yes and no', () => {
    renderPage(<JsonField name="products" value='[{"gift":true,"quantity":2,"sku":"0012","note":null,"total":"698.00"}]' />);
    expect(headers()).toEqual(['SKU', 'Quantity', 'Total', 'Gift', 'Note']);
    expect(cells(1).map((cell) => cell.textContent)).toEqual(['0012', '2', '698.00', 'Yes', '']);
  });

  it('shows the raw text on request', async () => {
    renderPage(<JsonField name="bonuschecks" value='[{"id":"B1"}]' />);
    await userEvent.click(screen.getByRole('button', { name: 'Show raw text of bonuschecks' }));
    expect(screen.getByText('[{"id":"B1"}]')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows a malformed text as it is, with a warning', () => {
    renderPage(<JsonField name="bonuschecks" value='[{"id":"B1",]' />);
    expect(screen.getByText('This is not valid JSON')).toBeVisible();
    expect(screen.getByText('[{"id":"B1",]')).toBeVisible();
  });

  it('shows any other JSON indented', () => {
    renderPage(<JsonField name="extra" value={{ a: 1 }} />);
    expect(screen.getByText(/"a": 1/)).toBeVisible();
  });
});
