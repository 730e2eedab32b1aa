import { Center, Loader, TextInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { posApi } from './pos_api';
import { matchProducts, parseEntry } from './product_search';
import { ProductTile } from './ProductTile';
import type { Product } from './types';
import classes from './pos.module.css';

interface Props {
  entryId: string;
  currency: string;
  onAdd: (product: Product, quantity: number) => void;
}

/** Type or scan, Enter adds what is marked; arrows move the mark; a click on a tile does the same. */
export function ProductPanel({ entryId, currency, onAdd }: Props) {
  const { till } = useTexts();
  const products = useQuery({ queryKey: ['products'], queryFn: posApi.products, staleTime: 60_000 });
  const [typed, setTyped] = useState('');
  const [mark, setMark] = useState(0);
  const entry = parseEntry(typed);
  const matches = matchProducts(products.data ?? [], entry.text);
  const marked = entry.text === '' ? undefined : matches[Math.min(mark, matches.length - 1)];

  const add = (product: Product) => {
    onAdd(product, entry.quantity);
    setTyped('');
    setMark(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setMark(Math.max(0, Math.min(matches.length - 1, mark + step)));
    }
    if (event.key === 'Enter' && marked) add(marked);
    if (event.key === 'Escape') setTyped('');
  };

  return (
    <section className={classes.products} aria-label={till.products}>
      <TextInput
        id={entryId}
        size="md"
        type="search"
        aria-label={till.addProduct}
        placeholder={till.productHint}
        leftSection={<IconSearch size={18} />}
        rightSection={<Kbd>F3</Kbd>}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMark(0);
        }}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden role="status">
        {marked ? till.enterAdds(entry.quantity, marked.name) : ''}
      </VisuallyHidden>
      {products.isError && (
        <ErrorNote title={till.productsFailed} error={products.error} onRetry={() => void products.refetch()} />
      )}
      {products.isPending && (
        <Center py="xl">
          <Loader aria-label={till.loadingProducts} />
        </Center>
      )}
      {products.data && matches.length === 0 && (
        <EmptyState icon={<IconSearch size={22} />} title={till.noMatch}>
          {till.noMatchText(entry.text)}
        </EmptyState>
      )}
      <ul className={classes.grid}>
        {matches.map((product) => (
          <li key={product.sku}>
            <ProductTile product={product} currency={currency} picked={product === marked} onPick={add} />
          </li>
        ))}
      </ul>
    </section>
  );
}
