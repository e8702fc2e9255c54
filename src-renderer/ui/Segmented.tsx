import './segmented.css';
import { type IconName, Icon } from './icons.tsx';

/** One choice of a segmented switch. */
interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** Key of the choice as shown to people. */
  readonly shortcut?: string | undefined;
}

interface SegmentedProps<Value extends string> {
  /** Name of the whole switch for screen readers. */
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  /** Shows icons only; their labels are tooltips and what a screen reader says. */
  readonly isIconOnly?: boolean | undefined;
  readonly onChange: (value: Value) => void;
}

/** A switch of two to four choices that lie side by side; changes at once. */
export function Segmented<Value extends string>({
  label,
  value,
  segments,
  isIconOnly = false,
  onChange,
}: SegmentedProps<Value>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          aria-label={isIconOnly ? segment.label : undefined}
          data-tip={isIconOnly || segment.shortcut !== undefined ? segment.label : undefined}
          data-tip-key={segment.shortcut}
          onClick={() => onChange(segment.value)}
        >
          {segment.icon !== undefined && <Icon name={segment.icon} size={14} />}
          {!isIconOnly && segment.label}
        </button>
      ))}
    </div>
  );
}
