import type { Ref, SelectHTMLAttributes } from 'react';
import './input.css';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';

type NativeProps = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'onChange' | 'size' | 'className'
>;

interface SelectInputProps extends NativeProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean | undefined;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
}

/** A field that takes one of a short list; the system's own list opens. */
export function SelectInput({
  value,
  options,
  onChange,
  invalid = false,
  ref,
  ...native
}: SelectInputProps) {
  return (
    <div className={classNames('input select', invalid && 'error')}>
      <select
        {...native}
        ref={ref}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} className="faint" />
    </div>
  );
}
