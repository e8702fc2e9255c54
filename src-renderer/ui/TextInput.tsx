import type { InputHTMLAttributes, Ref } from 'react';
import './input.css';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import { type IconName, Icon } from './icons.tsx';

type NativeProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'size' | 'className' | 'prefix'
>;

interface TextInputProps extends NativeProps {
  readonly value: string;
  /** Called with the whole text, also while an input method composes. */
  readonly onChange: (value: string) => void;
  /** 28 px in bars, 34 px in forms and dialogs. */
  readonly size?: 'bar' | 'form' | undefined;
  readonly icon?: IconName | undefined;
  /** Shows a × that empties the field; the text is the name of that button. */
  readonly clearLabel?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** A one-line text field in its frame, with an optional icon before and a × after the text. */
export function TextInput({
  value,
  onChange,
  size = 'form',
  icon,
  clearLabel,
  invalid = false,
  ref,
  ...native
}: TextInputProps) {
  return (
    <div
      className={classNames(
        'input',
        size === 'bar' && 'bar',
        invalid && 'error',
        (native.disabled === true || native.readOnly === true) && 'disabled',
      )}
    >
      {icon !== undefined && <Icon name={icon} size={14} className="faint" />}
      <input
        autoComplete="off"
        spellCheck={false}
        {...native}
        ref={ref}
        value={value}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {clearLabel !== undefined && value !== '' && (
        <IconButton
          icon="x"
          size="small"
          label={clearLabel}
          tabIndex={-1}
          onPress={() => onChange('')}
        />
      )}
    </div>
  );
}
