import type { Ref } from 'react';
import './button.css';
import { classNames } from './class-names.ts';
import { type IconName, Icon } from './icons.tsx';
import { type ButtonBehaviour, useButton } from './use-button.ts';

interface IconButtonProps extends Omit<ButtonBehaviour, 'label' | 'tip' | 'tipKey'> {
  readonly icon: IconName;
  /** Name of the action: tooltip, and what a screen reader says. */
  readonly label: string;
  /** Key of the same action as shown to people, such as `Ctrl+B`. */
  readonly shortcut?: string | undefined;
  readonly size?: 'bar' | 'small' | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that is only an icon; its tooltip names it with its key. */
export function IconButton({
  icon,
  label,
  shortcut,
  size = 'bar',
  className,
  ref,
  ...behaviour
}: IconButtonProps) {
  const attributes = useButton({ ...behaviour, label, tip: label, tipKey: shortcut });
  return (
    <button
      {...attributes}
      ref={ref}
      className={classNames('btn ghost icon-only', size === 'small' && 'small', className)}
    >
      <Icon name={icon} size={size === 'small' ? 14 : 16} />
    </button>
  );
}
