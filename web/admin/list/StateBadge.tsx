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
      styles={{ root: { color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 65%, #000), var(--mantine-color-${color}-1))` }, label: { overflow: 'visible' } }}
    >
      {children}
    </Badge>
  );
}
