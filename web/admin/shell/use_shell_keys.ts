import { useLocalStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useShortcuts } from '../../components/use_shortcuts';
import { useMay } from '../rights';
import { keyOf, navigate, pages } from '../route';
import { pageTable } from './page_table';

/** The keys of every page: digits go to a page, r loads anew, ? shows them. They can be switched off. */
export function useShellKeys(account: string | null, openHelp: () => void, enabled: boolean) {
  const queries = useQueryClient();
  const [on, setOn] = useLocalStorage({ key: 'kassabro.shortcuts', defaultValue: true });
  const may = useMay();
  const toPages = Object.fromEntries(
    pages.filter((page) => keyOf(page) !== undefined && may(pageTable[page].scope)).map((page) => [
      keyOf(page) ?? '',
      () => {
        navigate({ page, account });
      },
    ]),
  );
  useShortcuts({ ...toPages, r: () => void queries.invalidateQueries(), '?': openHelp }, on && enabled);
  return { on, setOn };
}
