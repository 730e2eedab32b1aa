import { ActionIcon, Group, NumberInput, Text } from '@mantine/core';
import type { Dispatch } from 'react';
import { useFormat } from '../../components/format';
import { IconMinus, IconPlus, IconTrash } from '../../components/icons';
import { useTexts } from '../language';
import { lineMinor, quantityMax, type BasketAction, type BasketLine } from './basket';
import classes from './pos.module.css';

interface Props {
  line: BasketLine;
  change: Dispatch<BasketAction>;
}

export function BasketRow({ line, change }: Props) {
  const { till } = useTexts();
  const format = useFormat();
  const { name, sku, price } = line.product;
  const setQuantity = (quantity: number) => {
    change({ type: 'set_quantity', sku, quantity });
  };
  const step = (label: string, quantity: number, icon: React.ReactNode) => (
    <ActionIcon
      variant="default"
      size={30}
      tabIndex={-1}
      aria-label={label}
      disabled={quantity < 1 || quantity > quantityMax}
      onClick={() => {
        setQuantity(quantity);
      }}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <li className={classes.line} aria-label={name}>
      <div>
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {format.money(price)} · {sku}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        {step(till.oneLess(name), line.quantity - 1, <IconMinus size={14} />)}
        <NumberInput
          aria-label={till.quantityOf(name)}
          size="xs"
          w={46}
          hideControls
          min={1}
          max={quantityMax}
          allowDecimal={false}
          allowNegative={false}
          value={line.quantity}
          styles={{ input: { textAlign: 'center', padding: '0 4px' } }}
          onChange={(value) => {
            if (typeof value === 'number') setQuantity(value);
          }}
        />
        {step(till.oneMore(name), line.quantity + 1, <IconPlus size={14} />)}
      </Group>
      <Text size="sm" fw={600} ta="right" className="figures">
        {format.minor(lineMinor(line))}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={till.remove(name)}
        onClick={() => {
          change({ type: 'remove', sku });
        }}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}
