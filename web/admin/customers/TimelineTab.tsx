import { Alert, Button, Chip, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconTimeline } from '../../components/icons';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { timelineTexts } from '../texts/timeline';
import { wordTexts } from '../texts/words';
import { byDay, happeningKinds, keyed, ofKinds, type HappeningKind } from './happenings';
import { HappeningRow } from './HappeningRow';
import classes from './timeline.module.css';
import { useDayName } from './use_day_name';
import { useTimeline } from './use_timeline';

export function TimelineTab({ account, id }: { account: string; id: string }) {
  const texts = useTexts(timelineTexts);
  const words = useTexts(wordTexts);
  const zone = useChosen().account?.time_zone;
  const [chosen, setChosen] = useState<HappeningKind[]>([]);
  const dayName = useDayName(zone);
  const list = useTimeline(account, id);
  if (!list.data) {
    if (list.isError) return <ErrorNote title={texts.failed} error={list.error} onRetry={() => void list.refetch()} />;
    return <Skeleton height={300} role="status" aria-label={words.loading} />;
  }
  const all = keyed(list.data.pages.flatMap(({ items }) => items));
  const shown = ofKinds(all, chosen);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {texts.text}
      </Text>
      {list.isError && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
      <KindFilter chosen={chosen} onChange={setChosen} />
      {shown.length === 0 && (
        <EmptyState icon={<IconTimeline size={22} />} title={all.length === 0 ? texts.empty : texts.emptyFiltered}>
          {all.length === 0 ? texts.emptyText : texts.emptyFilteredText}
        </EmptyState>
      )}
      {byDay(shown, zone).map(({ day, items }) => (
        <section key={day} aria-label={dayName(day)}>
          <Title order={2} fz={14} c="dimmed" mb="xs">
            {dayName(day)}
          </Title>
          <ol className={classes.list}>
            {items.map(({ key, happening }) => (
              <HappeningRow key={key} happening={happening} account={account} />
            ))}
          </ol>
        </section>
      ))}
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} style={{ alignSelf: 'flex-start' }} onClick={() => void list.fetchNextPage()}>
          {texts.older}
        </Button>
      ) : (
        all.length > 0 && <Text size="sm" c="dimmed">{texts.end}</Text>
      )}
    </Stack>
  );
}

function KindFilter({ chosen, onChange }: { chosen: HappeningKind[]; onChange: (chosen: HappeningKind[]) => void }) {
  const texts = useTexts(timelineTexts);
  return (
    <Chip.Group multiple value={chosen} onChange={(kinds) => { onChange(happeningKinds.filter((kind) => kinds.includes(kind))); }}>
      <Group gap="xs" role="group" aria-label={texts.filter}>
        {happeningKinds.map((kind) => (
          <Chip key={kind} value={kind} size="sm">
            {texts.kinds[kind]}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
