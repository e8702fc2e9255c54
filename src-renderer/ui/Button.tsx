import type { ReactNode, Ref } from 'react';
import './button.css';
import { classNames } from './class-names.ts';
import { type IconName, Icon } from './icons.tsx';
import { type ButtonBehaviour, useButton } from './use-button.ts';

interface ButtonProps extends ButtonBehaviour {
  readonly children: ReactNode;
  /** `primary` at most once a region; `danger` for what takes something away. */
  readonly variant?: 'plain' | 'primary' | 'ghost' | 'danger' | undefined;
  /** 28 px in bars, 34 px in dialogs and forms (`big`), 24 px in rows (`small`). */
  readonly size?: 'bar' | 'big' | 'small' | undefined;
  readonly icon?: IconName | undefined;
  /** Keeps the width and shows a spinner after 300 ms; presses do nothing meanwhile. */
  readonly busy?: boolean | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button with words; a disabled one stays focusable and says why. */
export function Button({
  children,
  variant = 'plain',
  size = 'bar',
  icon,
  busy = false,
  className,
  ref,
  ...behaviour
}: ButtonProps) {
  const attributes = useButton({ ...behaviour, disabled: behaviour.disabled === true || busy });
  return (
    <button
      {...attributes}
      ref={ref}
      aria-busy={busy || undefined}
      className={classNames(
        'btn',
        variant !== 'plain' && variant,
        size !== 'bar' && size,
        busy && 'busy',
        className,
      )}
    >
      {icon !== undefined && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </button>
  );
}
