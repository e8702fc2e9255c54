import { formValueMessages } from '#core/messages/form-values';
import type { FieldVariant } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';

/** Up to this many choices, of this width together in full-width units, lie side by side. */
const mostBeside = 4;
const widestBeside = 28;

interface VariantChoiceProps {
  /** Name of the choice for screen readers. */
  readonly label: string;
  readonly variants: readonly FieldVariant[];
  /** The form that the value has, from 0; `undefined` where it has none. */
  readonly index: number | undefined;
  readonly editable: boolean;
  readonly onChoose: (index: number) => void;
}

/** The forms that a value can have, by name; the one that it has is marked. */
export function VariantChoice(props: VariantChoiceProps) {
  const { label, variants, index, editable, onChoose } = props;
  const text = useText(formValueMessages);
  const localized = useLocalized();
  const value = index === undefined ? '' : String(index);
  const options = variants.map((variant, place) => ({
    value: String(place),
    label: localized(variant.label),
  }));
  const width = options.reduce((sum, option) => sum + displayWidth(option.label), 0);
  const choose = (chosen: string): void => {
    if (chosen !== '' && chosen !== value) onChoose(Number(chosen));
  };
  if (!editable) {
    return index === undefined ? null : <span className="pill">{options[index]?.label}</span>;
  }
  if (variants.length <= mostBeside && width <= widestBeside) {
    return <Segmented label={label} value={value} segments={options} onChange={choose} />;
  }
  const unset = { value: '', label: text('variantUnset') };
  return (
    <SelectInput
      aria-label={label}
      value={value}
      options={index === undefined ? [unset, ...options] : options}
      onChange={choose}
    />
  );
}
