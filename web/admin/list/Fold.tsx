import { UnstyledButton } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { IconChevronRight } from '../../components/icons';
import classes from './fold.module.css';

interface Props {
  /** What stands there while it is folded. */
  head: ReactNode;
  /** For who hears it, where the head does not say enough. */
  label?: string;
  open?: boolean;
  children: () => ReactNode;
}

/** Something that can be unfolded; what is inside is not even made before. */
export function Fold({ head, label, open = false, children }: Props) {
  const [opened, setOpened] = useState(open);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.head}
        aria-expanded={opened}
        aria-controls={id}
        aria-label={label}
        onClick={() => {
          setOpened(!opened);
        }}
      >
        <IconChevronRight size={16} className={classes.mark} aria-hidden="true" />
        <div className={classes.text}>{head}</div>
      </UnstyledButton>
      <div id={id} className={classes.body} hidden={!opened}>
        {opened && children()}
      </div>
    </div>
  );
}
