import { defineMessages, type Localized, localize } from './messages.ts';

const messages = defineMessages({
  ja: {
    plain: '全角{width}',
    max: '全角{width} / {max}',
    min: '全角{width} / {min}〜',
    range: '全角{width} / {min}〜{max}',
  },
  en: {
    plain: 'Width {width}',
    max: 'Width {width} / {max}',
    min: 'Width {width} / {min} or more',
    range: 'Width {width} / {min}–{max}',
  },
});

/** A width in full-width units with its bounds as the form writes it: `全角13 / 32`, halves as `.5`. */
export function counterText(
  width: number,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
): Localized {
  const values = { width, min: min ?? 0, max: max ?? 0 };
  if (min !== undefined && max !== undefined) return localize(messages, 'range', values);
  if (max !== undefined) return localize(messages, 'max', values);
  return localize(messages, min === undefined ? 'plain' : 'min', values);
}
