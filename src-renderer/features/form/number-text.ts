import type { FieldModel } from '#core/schema/field-model';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A number as JSON writes it, spelled as it was typed: full-width digits and signs become plain
 * ones, commas between thousands go. `undefined` for what is no number, or beyond all numbers.
 */
export function toNumberText(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[\u2212\u2010-\u2015\u30fc]/, '-')
    .replace(/^\+/, '');
  const whole = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain;
  return jsonNumber.test(whole) && Number.isFinite(Number(whole)) ? whole : undefined;
}

const decimals = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** The number one step up or down, within the bounds of its field; whole numbers stay exact at any size. */
export function stepNumber(text: string, direction: 1 | -1, { number }: FieldModel): string {
  const { min, max, step = 1 } = number ?? {};
  const stepText = String(step);
  const isWhole = /^-?\d+$/.test(text) && /^\d+$/.test(stepText);
  if (isWhole && !Number.isSafeInteger(Number(text))) {
    return String(BigInt(text) + BigInt(stepText) * BigInt(direction));
  }
  const next = Number(text) + step * direction;
  const bounded = Math.max(min ?? next, Math.min(max ?? next, next));
  const isPlain = !/e/i.test(text + stepText);
  return isPlain && bounded === next
    ? next.toFixed(Math.max(decimals(text), decimals(stepText)))
    : String(bounded);
}
