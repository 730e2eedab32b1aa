import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of a page, with its heading. */
export function Section({ title, text, children }: Props) {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Title order={2} fz={17}>
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
      <div style={{ marginTop: 12 }}>{children}</div>
    </Paper>
  );
}
