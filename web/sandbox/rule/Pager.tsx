import { Pagination } from '@mantine/core';
import { useTexts } from '../language';

interface Props {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pages, onPage }: Props) {
  const { rule } = useTexts();
  return (
    <Pagination
      value={page}
      total={pages}
      onChange={onPage}
      getItemProps={(item) => ({ 'aria-label': rule.page(item) })}
      getControlProps={(control) => ({ 'aria-label': control === 'next' ? rule.nextPage : rule.previousPage })}
    />
  );
}
