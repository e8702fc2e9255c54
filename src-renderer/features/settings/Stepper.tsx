import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';

interface StepperProps {
  /** Name of the whole for screen readers. */
  readonly label: string;
  /** The value as shown, with its unit. */
  readonly shown: string;
  readonly value: number;
  readonly smallest: number;
  readonly largest: number;
  /** How far one press goes; values land on its multiples. */
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number with a button for less and one for more. */
export function Stepper({ label, shown, value, smallest, largest, step, onChange }: StepperProps) {
  const text = useText(settingsMessages);
  const move = (direction: 1 | -1): void => {
    const next = (Math.round(value / step) + direction) * step;
    // 1.7000000000000002 is not what anybody chose.
    onChange(Number(Math.min(largest, Math.max(smallest, next)).toFixed(2)));
  };
  return (
    <div className="stepper" role="group" aria-label={label}>
      <IconButton
        icon="minus"
        label={text('smaller')}
        disabled={value <= smallest}
        onPress={() => move(-1)}
      />
      <output className="num">{shown}</output>
      <IconButton
        icon="plus"
        label={text('larger')}
        disabled={value >= largest}
        onPress={() => move(1)}
      />
    </div>
  );
}
