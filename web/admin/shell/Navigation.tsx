import { NavLink, Stack } from '@mantine/core';
import { memo } from 'react';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { followRoute } from '../PageLink';
import { useMay } from '../rights';
import { keyOf, pages, pathOf, type Page, type Route } from '../route';
import { shellTexts } from '../texts/shell';
import { pageTable } from './page_table';
import { WhoIsIn } from './WhoIsIn';

interface Props {
  current: Page | 'new';
  account: string | null;
  shortcuts: boolean;
  onFollow: () => void;
}

/** The pages that the one who is signed in may see. The page below it is drawn anew by every answer of the server; this is not. */
export const Navigation = memo(function Navigation({ current, account, shortcuts, onFollow }: Props) {
  const shell = useTexts(shellTexts);
  const may = useMay();
  const place = current === 'new' ? current : (pageTable[current].within ?? current);
  return (
    <Stack component="nav" gap={2} flex={1} aria-label={shell.navigation}>
      {pages.filter((page) => may(pageTable[page].scope)).map((page) => {
        const to: Route = { page, account };
        const key = keyOf(page);
        return (
          <NavLink
            key={page}
            href={pathOf(to)}
            label={shell.pages[page]}
            leftSection={pageTable[page].icon}
            rightSection={shortcuts && key ? <Kbd>{key}</Kbd> : undefined}
            active={page === place}
            aria-current={page === place ? 'page' : undefined}
            style={{ borderRadius: 8 }}
            onClick={(event) => {
              followRoute(event, to);
              onFollow();
            }}
          />
        );
      })}
      <WhoIsIn />
    </Stack>
  );
});
