import { Text } from '@mantine/core';
import { useChosen, zoneOf } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import type { Column } from '../list/DataTable';
import { StateBadge } from '../list/StateBadge';
import { auditTexts } from '../texts/audit';
import { auditActionTexts } from '../texts/audit_actions';
import { useActorWords } from '../use_actor_words';

type Entry = Schemas['AuditEntry'];

const refused = 400;

/** An operation in words where they are known, else as it is called. */
function Action({ action }: { action: string }) {
  const words: Record<string, string> = useTexts(auditActionTexts);
  const known = Object.hasOwn(words, action) ? words[action] : undefined;
  if (known === undefined) return action;
  return <span title={action}>{known}</span>;
}

/** Times are those of the shop. */
export function useEntryColumns(shop: string): Column<Entry>[] {
  const texts = useTexts(auditTexts);
  const actorWords = useActorWords();
  const { accounts } = useChosen();
  const format = useFormat(zoneOf(accounts, shop));
  return [
    { title: texts.number, figures: true, cell: ({ number }) => number },
    { title: texts.when, figures: true, cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time> },
    { title: texts.who, cell: ({ actor }) => actorWords(actor) },
    { title: texts.what, cell: ({ action }) => <Action action={action} /> },
    { title: texts.about, figures: true, cell: ({ subject }) => (subject === '' ? '–' : subject) },
    {
      title: texts.how,
      cell: ({ status }) => (status < refused ? <StateBadge tone="calm">{texts.done}</StateBadge> : <StateBadge tone="warn">{texts.refused(status)}</StateBadge>),
    },
    {
      title: texts.from,
      cell: ({ peer }) => (
        <Text span size="sm" className="figures" style={{ overflowWrap: 'anywhere' }}>
          {peer === '' ? '–' : peer}
        </Text>
      ),
    },
  ];
}
