import { type ReactNode, useId } from 'react';
import './labelled-field.css';
import { Icon } from './icons.tsx';

interface LabelledFieldProps {
  readonly label: string;
  /** At the right end of the name's line, such as a counter. */
  readonly right?: ReactNode;
  readonly message?: string | undefined;
  readonly tone?: 'error' | 'success' | undefined;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
  }) => ReactNode;
}

/** A control of a dialog with its name above and what is to be said of it below. */
export function LabelledField({ label, right, message, tone, children }: LabelledFieldProps) {
  const id = useId();
  const ids = message === undefined ? { id } : { id, 'aria-describedby': `${id}-message` };
  return (
    <div className="labelled">
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {right !== undefined && <span className="right">{right}</span>}
      </div>
      {children(ids)}
      {message !== undefined && (
        <div className={tone === 'error' ? 'msg t-error' : 'msg'} id={`${id}-message`}>
          {tone !== undefined && (
            <Icon name={tone === 'error' ? 'error' : 'okfill'} size={13} className={`m-${tone}`} />
          )}
          {message}
        </div>
      )}
    </div>
  );
}
