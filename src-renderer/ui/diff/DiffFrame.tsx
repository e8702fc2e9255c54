import { type ReactNode, useRef } from 'react';
import { IconButton } from '../IconButton.tsx';
import { usePlaces } from './use-places.ts';
import './diff.css';

interface DiffFrameProps {
  /** What is compared, such as a file or a time; names the part that scrolls. */
  readonly name: string;
  /** What stands behind the name. */
  readonly about: ReactNode;
  readonly previousLabel: string;
  readonly nextLabel: string;
  /** Another one is another comparison, whose first place comes next. */
  readonly of: unknown;
  readonly children: ReactNode;
}

/** A comparison with the way from one changed place to the next. */
export function DiffFrame(props: DiffFrameProps) {
  const { name, about, previousLabel, nextLabel, of, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const goTo = usePlaces(scroller, of);
  return (
    <>
      <div className="diffhead">
        <strong className="nowrap">{name}</strong>
        {about}
        <IconButton icon="up" label={previousLabel} onPress={() => goTo(-1)} />
        <IconButton icon="down" label={nextLabel} onPress={() => goTo(1)} />
      </div>
      <div
        ref={scroller}
        className="diffscroll"
        // A long comparison must scroll with the keyboard alone.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={name}
        data-region-main
      >
        {children}
      </div>
    </>
  );
}
