import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '../../components/icons';
import { navigateBack, pathOf, type Route } from '../route';

/** To the list, as it was left. */
export function BackLink({ to, children }: { to: Route; children: string }) {
  return (
    <Anchor
      href={pathOf(to)}
      size="sm"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}
      mb="xs"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigateBack(to);
      }}
    >
      <IconArrowLeft size={16} aria-hidden="true" />
      {children}
    </Anchor>
  );
}
