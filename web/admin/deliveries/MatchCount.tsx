import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import type { Count } from './use_count';

/** How many it is, in a sentence. */
export function MatchCount({ counted }: { counted: UseQueryResult<Count> }) {
  const texts = useTexts(deliveryFilterTexts);
  const format = useFormat();
  const said = ({ count, exact }: Count) => (exact ? texts.matches(count, format.count(count)) : texts.matchesMore(format.count(count)));
  return (
    <Text size="sm" fw={700} role="status">
      {counted.data ? said(counted.data) : counted.isError ? texts.notCounted : texts.counting}
    </Text>
  );
}
