import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import './place.css';

interface PlaceHeadProps {
  readonly title: string;
  /** Name of the button that leads back. */
  readonly backLabel: string;
  readonly onBack: () => void;
  /** The way back is closed while something is under way. */
  readonly busy?: boolean | undefined;
  /** What stands behind the title. */
  readonly children?: ReactNode;
}

/** The head of a place that covers the window: the way back, and what it is. */
export function PlaceHead({ title, backLabel, onBack, busy = false, children }: PlaceHeadProps) {
  return (
    <header className="placehead">
      <IconButton icon="back" label={backLabel} onPress={onBack} disabled={busy} />
      <h1>{title}</h1>
      {children}
    </header>
  );
}
