import { type FocusEvent, useState } from 'react';
import type { FieldVariant } from '#core/schema/field-model';
import { variantOf } from '#core/schema/variant-of';

/** The form in which a value is shown, and what tells that its controls are being used. */
export interface ShownVariant {
  /** From 0; `undefined` where the value is absent or fits no form. */
  readonly index: number | undefined;
  /** Tells which form the value is about to get. */
  readonly expect: (index: number) => void;
  readonly props: {
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/**
 * Says which form of its field a value has. While its controls are used, or where nothing tells
 * the forms apart, it keeps the last one as long as that fits: typing must not swap the controls.
 */
export function useVariant(value: unknown, variants: readonly FieldVariant[]): ShownVariant {
  const [last, setLast] = useState<number>();
  const [used, setUsed] = useState(false);
  const fitting = value === undefined ? undefined : variantOf(value, variants);
  const held = last === undefined ? undefined : variants[last];
  const isKept = value !== undefined && held && variantOf(value, [held]) !== undefined;
  const index = isKept && (used || fitting === undefined) ? last : fitting;
  if (index !== undefined && index !== last) setLast(index);
  return {
    index,
    expect: setLast,
    props: {
      onFocus: () => setUsed(true),
      onBlur({ currentTarget, relatedTarget }) {
        if (!currentTarget.contains(relatedTarget)) setUsed(false);
      },
    },
  };
}
