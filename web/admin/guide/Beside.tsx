import { Grid, List, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../language';
import { guideTexts } from '../texts/guide';

interface Props {
  /** What to do in the other system, in the guide's own order. */
  steps: string[];
  children: ReactNode;
}

/** A step of the guide, with the article's words beside it. */
export function Beside({ steps, children }: Props) {
  const guide = useTexts(guideTexts);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>{children}</Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper component="aside" p="lg" aria-label={guide.beside}>
          <Title order={2} fz={16} mb="sm">
            {guide.beside}
          </Title>
          <List type="ordered" spacing="sm" size="sm">
            {steps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        </Paper>
      </Grid.Col>
    </Grid>
  );
}
