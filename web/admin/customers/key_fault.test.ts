import { expect, it } from 'vitest';
import { keyFault } from './key_fault';

it('takes a whole key', () => {
  expect(['vera@example.com', '070-123 45 67', '+46701234567', '1000077', 'M-77'].map(keyFault)).toEqual([null, null, null, null, null]);
});

it('says what is missing of another', () => {
  expect(['', 'vera@', 'vera@example', 'Vera Ek', 'vera*', '070%'].map(keyFault)).toEqual([
    'keyMissing', 'keyEmail', 'keyEmail', 'keyName', 'keyPart', 'keyPart',
  ]);
});
