import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { customerTexts } from '../texts/customers';
import { wordFor } from './customer';

/** "Till (SPI v1), store Götgatan, staff Anna, till 2" */
export function useOriginWords(): (origin: Schemas['Origin']) => string {
  const texts = useTexts(customerTexts);
  return ({ source, store, staff, register }) =>
    [
      wordFor(texts.sources, source),
      store && texts.atStore(store),
      staff && texts.byStaff(staff),
      register && texts.atRegister(register),
    ]
      .filter((part) => part !== '')
      .join(', ');
}
