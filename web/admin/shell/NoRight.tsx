import { Paper } from '@mantine/core';
import { EmptyState } from '../../components/EmptyState';
import { IconKey } from '../../components/icons';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import type { Scope } from '../rights';
import type { Route } from '../route';
import { rightTexts } from '../texts/rights';
import { shellTexts } from '../texts/shell';

/** In the place of a page that was opened by its address, and that is not for who is signed in. */
export function NoRight({ page, scope }: { page: Route['page']; scope: Scope }) {
  const shell = useTexts(shellTexts);
  const texts = useTexts(rightTexts);
  return (
    <>
      <PageHead title={page === 'new' ? shell.addShop : shell.pages[page]} />
      <Paper>
        <EmptyState icon={<IconKey size={22} />} title={texts.notYours}>
          {texts.itTakes(texts.scopes[scope])}
        </EmptyState>
      </Paper>
    </>
  );
}
