import type { Texts } from '../texts/tables';

type Fault = keyof Pick<Texts['customers'], 'keyMissing' | 'keyName' | 'keyEmail' | 'keyPart'>;

/** What keeps a text from being somebody's whole e-mail address, phone number or member number. */
export function keyFault(key: string): Fault | null {
  if (key === '') return 'keyMissing';
  if (/[*%]/.test(key)) return 'keyPart';
  if (key.includes('@')) return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(key) ? null : 'keyEmail';
  return /\d/.test(key) ? null : 'keyName';
}
