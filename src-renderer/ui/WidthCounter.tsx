import './counter.css';
import { classNames } from './class-names.ts';

interface WidthCounterProps {
  /** Width in full-width units, as text/width counts it. */
  readonly value: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The same in words, such as `全角13 / 32`. */
  readonly text: string;
}

/** How full the bar is, from 0 to 100: against the maximum, else against the minimum. */
function meterPercent(value: number, min: number | undefined, max: number | undefined): number {
  const whole = max ?? min ?? 0;
  return whole <= 0 ? 0 : Math.min(100, (value / whole) * 100);
}

/** A meter and the number: green in range, grey below the minimum, red above the maximum. */
export function WidthCounter({ value, min, max, text }: WidthCounterProps) {
  const over = max !== undefined && value > max;
  const under = min !== undefined && value < min;
  return (
    <span className="widthcounter">
      {(min !== undefined || max !== undefined) && (
        <span className={classNames('meter', over && 'error', under && 'under')} aria-hidden="true">
          <i style={{ width: `${meterPercent(value, min, max)}%` }} />
        </span>
      )}
      <span className={classNames('counter num', over && 'error')}>{text}</span>
    </span>
  );
}
