import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SystemBar.module.css';

const pages = [
  { path: '/pos', label: 'Point of sale' },
  { path: '/backoffice', label: 'Backoffice' },
  { path: '/rule', label: 'Rule' },
];

interface Props {
  current: '/pos' | '/backoffice' | '/rule';
  children?: ReactNode;
}

/** The bar on top of every page: which of the imitated systems this is, and the way to the other two. */
export function SystemBar({ current, children }: Props) {
  return (
    <header className={classes.bar}>
      <Group gap="xl" wrap="nowrap">
        <nav aria-label="Sandbox">
          <Group gap={4} wrap="nowrap">
            {pages.map((page) => (
              <Anchor
                key={page.path}
                href={page.path}
                className={classes.link}
                aria-current={page.path === current ? 'page' : undefined}
                underline="never"
              >
                {page.label}
              </Anchor>
            ))}
          </Group>
        </nav>
      </Group>
      <Group gap="md" wrap="nowrap" className={classes.side}>
        {children}
        <Text size="xs" className={classes.mark}>
          Sandbox
        </Text>
      </Group>
    </header>
  );
}
