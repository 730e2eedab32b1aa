import type { ReactNode } from 'react';
import { DoorSwitches } from './DoorSwitches';

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
}

/** The card in the middle of an empty page, before anybody is signed in. Made of plain elements: the component library comes after it. */
export function DoorCard({ title, text, children }: Props) {
  return (
    <main className="door">
      <div className="door-card">
        <h1>{title}</h1>
        {text && <p className="door-soft">{text}</p>}
        {children}
      </div>
      <DoorSwitches />
    </main>
  );
}
