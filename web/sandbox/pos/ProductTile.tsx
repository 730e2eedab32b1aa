import { Text, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useFormat } from '../../components/format';
import type { Product } from './types';
import classes from './pos.module.css';

interface Props {
  product: Product;
  currency: string;
  picked: boolean;
  onPick: (product: Product) => void;
}

/** Products have no pictures here; a steady colour of their own makes them findable at a glance. */
function hueOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 360, 7);
}

export function ProductTile({ product, currency, picked, onPick }: Props) {
  const format = useFormat();
  const hue = String(hueOf(product.name));
  return (
    <UnstyledButton
      className={classes.tile}
      data-picked={picked || undefined}
      onClick={() => {
        onPick(product);
      }}
    >
      <span className={classes.swatch} style={{ '--hue': hue } as CSSProperties} aria-hidden="true">
        {product.name.slice(0, 2)}
      </span>
      <Text size="sm" fw={600} lineClamp={2} lh={1.3}>
        {product.name}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {product.sku}
      </Text>
      <Text size="sm" fw={600} mt="auto" className="figures">
        {format.money(product.price, currency)}
      </Text>
    </UnstyledButton>
  );
}
