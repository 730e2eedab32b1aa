import { useQuery } from '@tanstack/react-query';
import { IconFileImport } from '../../components/icons';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { importsTexts } from '../texts/imports';
import { ImportState } from './ImportState';

interface Props {
  account: string;
  onOpen: (id: string) => void;
}

export function EarlierImports({ account, onOpen }: Props) {
  const texts = useTexts(importsTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const list = useQuery({
    queryKey: ['imports', account],
    queryFn: async () => (await client.get('/api/v1/imports', { query: { account } })).items,
    refetchInterval: 10_000,
  });
  return (
    <DataList
      label={texts.earlier}
      query={list}
      failed={texts.earlierFailed}
      rowKey={({ id }) => id}
      empty={{ icon: <IconFileImport size={22} />, title: texts.noneTitle, text: texts.noneText }}
      onOpen={({ id }) => { onOpen(id); }}
      columns={[
        { title: texts.fileColumn, cell: (row) => row.file_name },
        { title: texts.state, cell: (row) => <ImportState state={row.state} /> },
        { title: texts.rowCount, figures: true, cell: (row) => format.count(row.rows) },
        { title: texts.when, figures: true, cell: (row) => format.time(row.created_at) },
      ]}
    />
  );
}
