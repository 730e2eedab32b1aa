import { useFormat } from '../format';
import { useTexts } from '../language';
import { timelineTexts } from '../texts/timeline';
import { wallTimeOf } from '../wall_clock';

const day_ms = 86_400_000;

/** "Today", "Yesterday", then with weekday and year. Of days as they stand on the shop's wall. */
export function useDayName(timeZone: string | undefined): (day: string) => string {
  const texts = useTexts(timelineTexts);
  const format = useFormat('UTC');
  const dayBefore = (ms: number) => wallTimeOf(new Date(Date.now() - ms), timeZone).slice(0, 10);
  return (day) => {
    if (day === dayBefore(0)) return texts.today;
    return day === dayBefore(day_ms) ? texts.yesterday : format.day(`${day}T12:00:00Z`);
  };
}
