import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'busy' | 'bad' | 'calm' | 'warn';

const colors: Record<Tone, string> = { good: 'teal', busy: 'blue', bad: 'red', calm: 'gray', warn: 'yellow' };

/** The words say it; the colour repeats it. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const color = colors[tone];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      fw={600}
      styles={{ root: { color: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-2))` }, label: { overflow: 'visible' } }}
    >
      {children}
    </Badge>
  );
}
