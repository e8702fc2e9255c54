import type { ReactNode } from 'react';
import './button.css';
import { type ButtonBehaviour, useButton } from './use-button.ts';

interface LinkButtonProps extends ButtonBehaviour {
  readonly children: ReactNode;
}

/** An action inside a sentence or a row, looking like a link. */
export function LinkButton({ children, ...behaviour }: LinkButtonProps) {
  const attributes = useButton(behaviour);
  return (
    <button {...attributes} className="linkbtn">
      {children}
    </button>
  );
}
