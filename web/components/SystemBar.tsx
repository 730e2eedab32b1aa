import { Anchor, Group } from '@mantine/core';
import { LanguageSwitch } from './LanguageSwitch';
import { SchemeSwitch } from './SchemeSwitch';
import classes from './SystemBar.module.css';

export type SystemPath = '/pos' | '/backoffice' | '/rule';

interface Props {
  current: SystemPath;
  /** What the bar is called, and each of the systems. */
  name: string;
  labels: Record<SystemPath, string>;
}

const paths: SystemPath[] = ['/pos', '/backoffice', '/rule'];

/** The bar on top of every page: which of the imitated systems this is, the way to the other two, language and colours. */
export function SystemBar({ current, name, labels }: Props) {
  return (
    <div className={classes.bar}>
      <nav aria-label={name}>
        <Group gap={4} wrap="nowrap">
          {paths.map((path) => (
            <Anchor key={path} href={path} className={classes.link} aria-current={path === current ? 'page' : undefined} underline="never">
              {labels[path]}
            </Anchor>
          ))}
        </Group>
      </nav>
      <Group gap={4} wrap="nowrap">
        <LanguageSwitch />
        <SchemeSwitch />
      </Group>
    </div>
  );
}
