import { Anchor, type AnchorProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { navigate, pathOf, type Route } from './route';

/** A plain click stays in the page; with a modifier the browser opens its own tab, as for any link. */
export function followRoute(event: MouseEvent, route: Route): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  navigate(route);
}

export function PageLink({ to, children, ...rest }: AnchorProps & { to: Route; children: ReactNode }) {
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
