import { toKeycap } from '#core/catalog/new-guide';
import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';

/** A number that may become a keycap emoji: after `:`, or first in a section heading. */
export function keycapToken({
  before,
  isWhole,
}: BodyPlace):
  { readonly length: number; readonly number: number; readonly lead: string } | undefined {
  const colon = /(?:^|[\s\u3000#(（「])([:：])([0-9０-９]{1,2})$/u.exec(before);
  if (colon) {
    const [, , digits = ''] = colon;
    const number = Number(digits.normalize('NFKC'));
    return isNumbered(number) ? { length: digits.length + 1, number, lead: '' } : undefined;
  }
  const heading = isWhole ? /^##([ \u3000]*)([0-9０-９]{1,2})$/u.exec(before) : null;
  if (!heading) return undefined;
  const [, blanks = '', digits = ''] = heading;
  const number = Number(digits.normalize('NFKC'));
  if (!isNumbered(number)) return undefined;
  return { length: digits.length, number, lead: blanks === '' ? ' ' : '' };
}

const isNumbered = (number: number): boolean => number >= 1 && number <= 10;

/** The keycap emoji of a number, and 10 for a 1 that may go on. */
export function completeKeycap(
  { at, before, after }: BodyPlace,
  { length, number, lead }: NonNullable<ReturnType<typeof keycapToken>>,
): Found {
  const isHeading = before.startsWith('##');
  const end = isHeading && !/^[ \u3000]/.test(after) ? ' ' : '';
  const numbers = number === 1 ? [1, 10] : [number];
  return {
    from: at - length,
    to: at,
    options: numbers.map((one) => ({
      kind: 'keycap',
      label: toKeycap(one),
      aside: `:${String(one)}`,
      insert: lead + toKeycap(one) + end,
    })),
  };
}
