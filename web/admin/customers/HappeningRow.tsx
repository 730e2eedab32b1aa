import { Group, Text, ThemeIcon } from '@mantine/core';
import { useChosen } from '../accounts';
import { AttemptCalls } from '../deliveries/AttemptCalls';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { PageLink } from '../PageLink';
import { deliveryTexts } from '../texts/delivery';
import { timelineTexts } from '../texts/timeline';
import { iconOf } from './happening_icons';
import type { Happening } from './happenings';
import classes from './timeline.module.css';
import { useHappeningWords } from './use_happening_words';

/** One thing that happened; an attempt unfolds into its calls. */
export function HappeningRow({ happening, account }: { happening: Happening; account: string }) {
  const texts = useTexts(timelineTexts);
  const delivery = useTexts(deliveryTexts);
  const zone = useChosen().account?.time_zone;
  const format = useFormat(zone);
  const { title, detail } = useHappeningWords()(happening);
  const { color, Icon } = iconOf(happening);
  const { attempt, delivery_id: id } = happening;
  const calls = attempt && `${format.delay(attempt.took_ms)} · ${delivery.callCount(attempt.calls.length)}`;
  return (
    <li className={classes.row}>
      <ThemeIcon variant="light" color={color} radius="xl" size={30} aria-hidden="true">
        <Icon size={16} />
      </ThemeIcon>
      <div className={classes.what}>
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
          <Text size="sm" c="dimmed" component="time" dateTime={happening.at} className="figures">
            {format.clock(happening.at)}
          </Text>
        </Group>
        {(detail !== '' || id !== undefined) && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {detail}
            {detail !== '' && id !== undefined && ' · '}
            {id !== undefined && (
              <PageLink to={{ page: 'deliveries', account, id }} size="sm" underline="always">
                {texts.toDelivery(id)}
              </PageLink>
            )}
          </Text>
        )}
        {attempt && id !== undefined && (
          <Fold head={<Text size="sm">{`${delivery.attempt(attempt.number)} · ${calls ?? ''}`}</Text>}>
            {() => <AttemptCalls attempt={attempt} delivery={id} />}
          </Fold>
        )}
      </div>
    </li>
  );
}
