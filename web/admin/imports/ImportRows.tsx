import { useWords } from '../../components/words';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable, type Column } from '../list/DataTable';
import { importsTexts } from '../texts/imports';

type Row = Schemas['ImportRow'];

interface Props {
  label: string;
  rows: Row[];
  refused?: boolean;
}

export function ImportRows({ label, rows, refused = false }: Props) {
  const texts = useTexts(importsTexts);
  const { translate } = useWords();
  const format = useFormat();
  const who: Column<Row>[] = [
    { title: texts.line, figures: true, cell: (row) => row.line },
    { title: texts.customer, cell: (row) => row.customer },
  ];
  const why: Column<Row>[] = [
    { title: texts.column, cell: (row) => row.column ?? '–' },
    { title: texts.reason, cell: (row) => translate(row.reason ?? '–') },
  ];
  const what: Column<Row>[] = [
    { title: texts.checkColumn, cell: (row) => (row.check ? row.check.name || row.check.id : '–') },
    { title: texts.value, figures: true, cell: (row) => (row.check ? format.money(row.check.value, row.check.currency) : '–') },
    { title: texts.valid, figures: true, cell: (row) => row.check?.validto ?? '–' },
    { title: texts.outcome, cell: (row) => texts.outcomes[row.outcome] },
  ];
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => `${String(row.line)}/${row.customer}/${row.check?.id ?? ''}`}
      columns={[...who, ...(refused ? why : what)]}
    />
  );
}
