import './marks.css';
import { Icon } from './icons.tsx';

/** Numbers of findings by severity, as `countBySeverity` gives them. */
interface SeverityNumbers {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

interface CountsProps {
  readonly counts: SeverityNumbers;
  /** Shows hints beside errors and warnings (status bar); otherwise only where there is nothing else. */
  readonly all?: boolean | undefined;
}

function short(count: number): string {
  return count > 99 ? '99+' : String(count);
}

/** Numbers of findings, errors first, only kinds above 0; a hint counts in lists only when it stands alone. */
export function Counts({ counts, all = false }: CountsProps) {
  const { error, warning, hint } = counts;
  const showHint = hint > 0 && (all || (error === 0 && warning === 0));
  if (error === 0 && warning === 0 && !showHint) return null;
  return (
    <span className="counts" aria-hidden="true">
      {error > 0 && (
        <span className="count error">
          <Icon name="error" size={12} />
          {short(error)}
        </span>
      )}
      {warning > 0 && (
        <span className="count warning">
          <Icon name="warning" size={12} />
          {short(warning)}
        </span>
      )}
      {showHint && (
        <span className="count hint">
          <Icon name="hint" size={12} />
          {short(hint)}
        </span>
      )}
    </span>
  );
}
