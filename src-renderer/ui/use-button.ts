import type { ButtonHTMLAttributes, MouseEvent } from 'react';

/** What every button of the kit takes, whatever it looks like. */
export interface ButtonBehaviour {
  readonly onPress?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** Why the button cannot be used; makes it disabled, and is its tooltip and description. */
  readonly disabledReason?: string | undefined;
  /** `undefined` where the button is no switch. */
  readonly pressed?: boolean | undefined;
  /** What a screen reader says instead of the visible text. */
  readonly label?: string | undefined;
  readonly tip?: string | undefined;
  readonly tipKey?: string | undefined;
  readonly submit?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly popup?: 'menu' | 'dialog' | 'listbox' | undefined;
  readonly tabIndex?: number | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Attributes of a native button from the kit's props; the tooltip layer reads `data-tip`. */
export function useButton(behaviour: ButtonBehaviour): ButtonHTMLAttributes<HTMLButtonElement> {
  const { disabledReason, onPress } = behaviour;
  const disabled = behaviour.disabled === true || disabledReason !== undefined;
  const attributes: Record<string, unknown> = {
    type: behaviour.submit === true ? 'submit' : 'button',
    'aria-disabled': disabled || undefined,
    'aria-pressed': behaviour.pressed,
    'aria-label': behaviour.label,
    'aria-description': disabledReason,
    'aria-expanded': behaviour.expanded,
    'aria-haspopup': behaviour.popup,
    'data-tip': disabledReason ?? behaviour.tip,
    'data-tip-key': disabledReason === undefined ? behaviour.tipKey : undefined,
    tabIndex: behaviour.tabIndex,
    autoFocus: behaviour.autoFocus,
    onClick: (event: MouseEvent) => {
      if (disabled) event.preventDefault();
      else onPress?.();
    },
  };
  return attributes;
}
