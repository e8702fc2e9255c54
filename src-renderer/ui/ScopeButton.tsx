import type { ReactNode } from 'react';
import './scope.css';

interface ScopeButtonProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A round filter of a list; exactly one of a row of them is on. */
export function ScopeButton({ pressed, onPress, children }: ScopeButtonProps) {
  return (
    <button type="button" className="scope" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
