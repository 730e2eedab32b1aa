import type { MantineColorSchemeManager } from '@mantine/core';
import { chooseScheme, chosenScheme, onScheme } from './scheme';

let leave: () => void = () => undefined;

/** The component library goes by the same choice as the door. */
export const schemeManager: MantineColorSchemeManager = {
  get: (byDefault) => chosenScheme() ?? byDefault,
  set: (value) => {
    if (value !== 'auto') chooseScheme(value);
  },
  subscribe: (onUpdate) => {
    leave = onScheme(() => {
      onUpdate(chosenScheme() ?? 'auto');
    });
  },
  unsubscribe: () => {
    leave();
  },
  clear: () => undefined,
};
