import { useSyncExternalStore } from 'react';
import { onScheme, schemeNow, type Scheme } from './scheme';

export const useScheme = (): Scheme => useSyncExternalStore(onScheme, schemeNow);
