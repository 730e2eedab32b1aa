import { Stack, Text } from '@mantine/core';

interface Props {
  title: string;
  /** A label with its lines; one that has none is left out. */
  rows: [string, string[]][];
}

/** A part of the customer card: what is known, and nothing about what is not. */
export function DetailList({ title, rows }: Props) {
  const known = rows.map(([label, lines]) => [label, lines.filter(Boolean)] as const).filter(([, lines]) => lines.length > 0);
  if (known.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm" mb="xs">
        {title}
      </Text>
      <Stack gap={10}>
        {known.map(([label, lines], index) => (
          <div key={index}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            {lines.map((line) => (
              <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {line}
              </Text>
            ))}
          </div>
        ))}
      </Stack>
    </section>
  );
}
