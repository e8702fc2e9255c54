import { type ReactNode, type SyntheticEvent, useRef } from 'react';

interface OverlongProps {
  readonly text: string;
  /** UTF-16 offset from which the text is too long; its length where it is not. */
  readonly from: number;
  readonly several?: boolean | undefined;
  /** The text control, which keeps its place whether or not a tint lies over it. */
  readonly children: ReactNode;
}

/** Tints the part of a text that is too long, in place, over the control that holds it. */
export function Overlong({ text, from, several = false, children }: OverlongProps) {
  const tint = useRef<HTMLDivElement>(null);
  // A control of one line moves its text under its frame; the tint goes along.
  const follow = ({ target }: SyntheticEvent): void => {
    if (tint.current && target instanceof HTMLInputElement) {
      tint.current.scrollLeft = target.scrollLeft;
    }
  };
  return (
    <div
      className={several ? 'longtext' : 'shorttext'}
      onScrollCapture={follow}
      onSelect={follow}
      onKeyUp={follow}
      onInput={follow}
    >
      {from < text.length && (
        <div ref={tint} className="overlong" aria-hidden="true">
          {text.slice(0, from)}
          <mark>{text.slice(from)}</mark>
        </div>
      )}
      {children}
    </div>
  );
}
