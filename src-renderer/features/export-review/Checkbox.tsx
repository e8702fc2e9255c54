import { Icon } from '../../ui/icons.tsx';

interface CheckboxProps {
  readonly checked: boolean;
  readonly label: string;
  readonly onChange: () => void;
}

/** The box of a row; its keys are the list's, so it takes no focus of its own. */
export function Checkbox({ checked, label, onChange }: CheckboxProps) {
  return (
    <span
      className={checked ? 'box on' : 'box'}
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        onChange();
      }}
    >
      {checked && <Icon name="check" size={12} />}
    </span>
  );
}
