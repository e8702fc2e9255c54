import type { Ref } from 'react';
import './chip.css';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';

interface ChipProps {
  readonly label: string;
  /** Red outline; the message stands elsewhere. */
  readonly bad?: boolean | undefined;
  /** Name of the × such as 「インフラ」を外す; without it and `onRemove` the chip is plain. */
  readonly removeLabel?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
  readonly selected?: boolean | undefined;
  readonly ref?: Ref<HTMLSpanElement> | undefined;
}

/** One value of a list, with a × where it can be taken away. */
export function Chip({
  label,
  bad = false,
  removeLabel,
  onRemove,
  selected = false,
  ref,
}: ChipProps) {
  return (
    <span
      ref={ref}
      className={classNames(
        'chip',
        bad && 'bad',
        selected && 'sel',
        onRemove === undefined && 'plain',
      )}
    >
      <span className="clip">{label}</span>
      {onRemove !== undefined && (
        <button type="button" tabIndex={-1} aria-label={removeLabel} onClick={onRemove}>
          <Icon name="x" size={14} />
        </button>
      )}
    </span>
  );
}
