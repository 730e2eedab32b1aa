import { Anchor, Text, type AnchorProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useMay } from './rights';
import { navigate, pathOf, type Route } from './route';
import { scopeOf } from './shell/page_table';

/** A plain click stays in the page; with a modifier the browser opens its own tab, as for any link. */
export function followRoute(event: MouseEvent, route: Route): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  navigate(route);
}

/** A link to another page; for whoever may not see that page, only its words. */
export function PageLink({ to, children, ...rest }: AnchorProps & { to: Route; children: ReactNode }) {
  const may = useMay();
  if (!may(scopeOf(to))) return <Text component="span" {...rest} td="none">{children}</Text>;
  return (
    <Anchor
      href={pathOf(to)}
      onClick={(event) => {
        followRoute(event, to);
      }}
      {...rest}
    >
      {children}
    </Anchor>
  );
}
