import type { ReactNode } from 'react';
import './empty-state.css';
import { type IconName, Icon } from './icons.tsx';

interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly tone?: 'success' | 'error' | undefined;
  /** One sentence under the title. */
  readonly text?: string | undefined;
  /** One action, a small button. */
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet: what goes here, and one action. */
export function EmptyState({ title, icon, tone, text, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon !== undefined && (
        <Icon name={icon} className={tone === undefined ? 'faint' : `m-${tone}`} />
      )}
      <b>{title}</b>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
