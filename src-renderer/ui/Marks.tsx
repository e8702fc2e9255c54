import type { ReactNode } from 'react';
import './marks.css';
import { type IconName, Icon } from './icons.tsx';

/** Kinds of marks, each with its own shape and colour; the first four are severities of findings. */
type MarkKind = 'error' | 'warning' | 'information' | 'hint' | 'conflict' | 'success' | 'accent';

const markIcons: Readonly<Record<MarkKind, IconName>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
  conflict: 'conflict',
  success: 'okfill',
  accent: 'info',
};

const markClass: Readonly<Record<MarkKind, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
  conflict: 'conflict',
  success: 'success',
  accent: 'accent',
};

interface SeverityIconProps {
  readonly severity: MarkKind;
  readonly size?: number | undefined;
}

/** The mark of a kind: round ×, triangle !, square i, bulb, diamond !, round check. */
export function SeverityIcon({ severity, size = 16 }: SeverityIconProps) {
  return <Icon name={markIcons[severity]} size={size} className={`m-${markClass[severity]}`} />;
}

interface PillProps {
  readonly kind?: MarkKind | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

/** A short state in a tinted capsule; grey unless it has a kind. */
export function Pill({ kind, icon, children }: PillProps) {
  return (
    <span className={kind === undefined ? 'pill' : `pill ${markClass[kind]}`}>
      {icon !== undefined && (
        <Icon
          name={icon}
          size={12}
          className={kind === undefined ? undefined : `m-${markClass[kind]}`}
        />
      )}
      {children}
    </span>
  );
}

interface DotProps {
  /** How a guide stands against the site: filled blue, green ring, grey ring, purple diamond, nothing. */
  readonly state: 'changed' | 'added' | 'draft' | 'conflict' | 'same';
}

/** The status dot of a guide; shape says as much as colour. Its row's label must say it in words. */
export function Dot({ state }: DotProps) {
  return <span className={`dot ${state}`} aria-hidden="true" />;
}

/** The hollow square of a text that is not saved yet. */
export function UnsavedMark() {
  return <span className="unsaved" aria-hidden="true" />;
}
