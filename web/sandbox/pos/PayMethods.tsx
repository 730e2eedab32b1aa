import { Button, SimpleGrid } from '@mantine/core';
import { IconCash, IconCreditCard, IconDeviceMobile, IconGift } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { methods, type Method } from './parts';

interface Props {
  id: string;
  canTake: (method: Method) => boolean;
  /** The one by which a sale is being made. */
  pending: Method | null;
  onPay: (method: Method) => void;
}

const icons = { Card: IconCreditCard, Cash: IconCash, 'Gift card': IconGift, Swish: IconDeviceMobile };

export function PayMethods({ id, canTake, pending, onPay }: Props) {
  const { pay } = useTexts();
  return (
    <SimpleGrid id={id} cols={2} spacing="sm" role="group" aria-label={pay.methods}>
      {methods.map((method, index) => {
        const Icon = icons[method];
        return (
          <Button
            key={method}
            size="lg"
            px="xs"
            fz={{ base: 'sm', xs: 'md' }}
            variant={index === 0 ? 'filled' : 'light'}
            data-autofocus={index === 0 || undefined}
            autoFocus={index === 0}
            leftSection={<Icon size={20} />}
            rightSection={<Kbd>{String(index + 1)}</Kbd>}
            aria-keyshortcuts={String(index + 1)}
            disabled={!canTake(method)}
            loading={pending === method}
            onClick={() => {
              onPay(method);
            }}
          >
            {pay.names[method]}
          </Button>
        );
      })}
    </SimpleGrid>
  );
}
