import './progress.css';

interface ProgressProps {
  readonly done: number;
  readonly total: number;
  /** What is being counted, for screen readers. */
  readonly label: string;
}

/** A 4 px bar of counted items. */
export function Progress({ done, total, label }: ProgressProps) {
  const percent = total <= 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
    >
      <i style={{ width: `${percent}%` }} />
    </span>
  );
}
