import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataTable } from '../list/DataTable';
import { customerTexts } from '../texts/customers';
import { wordFor } from './customer';
import { useOriginWords } from './use_origin_words';

const withNumber = (word: string, receipt: string) => (receipt === '' ? word : `${word} (${receipt})`);

/** Each change of a check, oldest first, as its sum is made. */
export function BonusLedger({ check }: { check: Schemas['BonusCheck'] }) {
  const texts = useTexts(customerTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const originWords = useOriginWords();
  const rows = check.entries.map((entry, index) => ({ ...entry, key: String(index) }));
  return (
    <DataTable
      label={texts.ledger(check.name || check.id)}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { title: texts.when, figures: true, cell: ({ at }) => format.time(at) },
        { title: texts.entry, cell: ({ kind, receipt_id, order_id }) => withNumber(wordFor(texts.entries, kind), receipt_id || order_id) },
        { title: texts.change, figures: true, cell: ({ change }) => format.money(change, check.currency) },
        { title: texts.left, figures: true, cell: ({ remaining }) => format.money(remaining, check.currency) },
        { title: texts.source, cell: originWords },
      ]}
    />
  );
}
