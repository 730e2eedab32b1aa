import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { columnsOf } from './json';
import { JsonValue } from './JsonValue';
import { renderPage } from './testing';

it('makes columns of every key that occurs', () => {
  expect(columnsOf([{ sku: 'a' }, { sku: 'b', vat: 25 }])).toEqual(['sku', 'vat']);
  expect(columnsOf([])).toBeNull();
  expect(columnsOf([1, 2])).toBeNull();
  expect(columnsOf({ sku: 'a' })).toBeNull();
});

it('shows products as a table, also when they come as text', () => {
  renderPage(<JsonValue value='[{"sku":"CAP-1","quantity":2,"note":null}]' />);
  expect(screen.getByRole('columnheader', { name: 'sku' })).toBeVisible();
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['CAP-1', '2', '']);
});

it('shows any other JSON indented', () => {
  renderPage(<JsonValue value={{ a: 1 }} />);
  expect(screen.getByText(/"a": 1/)).toBeVisible();
});
