import type { Ref, TextareaHTMLAttributes } from 'react';
import './input.css';
import { classNames } from './class-names.ts';

type NativeProps = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'value' | 'onChange' | 'className'
>;

interface TextAreaProps extends NativeProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** A text field of several lines that grows with its text. */
export function TextArea({ value, onChange, invalid = false, ref, ...native }: TextAreaProps) {
  return (
    <div
      className={classNames(
        'input textarea',
        invalid && 'error',
        (native.disabled === true || native.readOnly === true) && 'disabled',
      )}
    >
      <textarea
        spellCheck={false}
        rows={3}
        {...native}
        ref={ref}
        value={value}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
