import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '../../components/icons';
import { useTexts } from '../language';
import { erasureTexts } from '../texts/erasure';
import type { Customer } from './customer';
import { EraseDialog } from './EraseDialog';

export function EraseButton({ customer }: { customer: Customer }) {
  const texts = useTexts(erasureTexts);
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="outline" color="red.8" leftSection={<IconTrash size={16} />} onClick={open} styles={{ root: { color: 'light-dark(#b02525, #ff9b9b)' } }}>
        {texts.erase}
      </Button>
      {asking && <EraseDialog customer={customer} onClose={close} />}
    </>
  );
}
