import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './splitter.css';
import { isComposing } from './composing.ts';
import { clampSize, sizeAfterKey, type SizeRange } from './splitter-keys.ts';

interface SplitterProps {
  /** Name of what it resizes, for screen readers. */
  readonly label: string;
  /** Side of the window on which the resized region lies. */
  readonly side: 'left' | 'right' | 'bottom';
  /** Size of the region in pixels. */
  readonly size: number;
  readonly range: SizeRange;
  readonly onResize: (size: number) => void;
  /** Back to the default size: double click or Enter. */
  readonly onReset: () => void;
  /** Called where the pointer goes more than half the minimum below it; absent where it cannot be hidden. */
  readonly onCollapse?: (() => void) | undefined;
}

const growingKey = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' } as const;

/** The line between two regions: 1 px to see, 8 px to grab, moved by pointer and by keys. */
export function Splitter({
  label,
  side,
  size,
  range,
  onResize,
  onReset,
  onCollapse,
}: SplitterProps) {
  const drag = useRef<{ readonly at: number; readonly size: number }>(undefined);
  const place = (event: PointerEvent) => (side === 'bottom' ? event.clientY : event.clientX);

  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current;
    if (start === undefined) return;
    const moved = place(event) - start.at;
    const wanted = start.size + (side === 'left' ? moved : -moved);
    if (onCollapse !== undefined && wanted < range.min / 2) {
      drag.current = undefined;
      onCollapse();
      return;
    }
    onResize(clampSize(wanted, range));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') onReset();
    else {
      const next = sizeAfterKey(event, size, range, growingKey[side]);
      if (next === undefined) return;
      onResize(next);
    }
    event.preventDefault();
  };

  return (
    <div
      className={`splitter ${side}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        drag.current = { at: place(event), size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = undefined;
      }}
      onPointerCancel={() => {
        drag.current = undefined;
      }}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
