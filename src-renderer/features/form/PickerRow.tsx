import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Pill } from '../../ui/Marks.tsx';
import type { PickerOption } from './picker-model.ts';
import { PickerThumb } from './PickerThumb.tsx';

interface PickerRowProps {
  readonly id: string;
  readonly option: PickerOption;
  /** The keys are on it. */
  readonly active: boolean;
  /** From 1, among all that are shown. */
  readonly place: number;
  readonly count: number;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

/** One option of a picker: picture, two lines, and what is to be said of it. */
export function PickerRow({ id, option, active, place, count, onPoint, onPick }: PickerRowProps) {
  const text = useText(formMessages);
  const { name, detail, note, image, selected, refused } = option;
  return (
    <div
      id={id}
      className={classNames('opt', detail === undefined && 'low')}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={selected === true || refused !== undefined || undefined}
      aria-posinset={place}
      aria-setsize={count}
      onPointerMove={onPoint}
      // The search field keeps the focus, so that typing goes on.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {image !== undefined && <PickerThumb address={image} />}
      <span className="clip grow">
        <b className="clip">{name}</b>
        {detail !== undefined && <small className="clip">{detail}</small>}
      </span>
      {selected === true ? (
        <Pill kind="success" icon="check">
          {text('selected')}
        </Pill>
      ) : (
        (refused ?? note) !== undefined && <span className="faint nowrap">{refused ?? note}</span>
      )}
    </div>
  );
}
