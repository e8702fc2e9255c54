const kanji = '〇一二三四五六七八九';

/** How a number was written, so that another can be written the same way. */
export type NumberStyle = 'half' | 'full' | 'kanji';

/** The value of a number up to 99 in half-width or full-width digits or in kanji (`十二`); `undefined` for another. */
export function readSmallNumber(
  text: string,
): { readonly value: number; readonly style: NumberStyle } | undefined {
  const plain = text.normalize('NFKC');
  if (/^\d{1,2}$/.test(plain)) {
    return { value: Number(plain), style: plain === text ? 'half' : 'full' };
  }
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined && first !== undefined && last !== undefined) return undefined;
  const digit = (char: string | undefined): number =>
    char === undefined ? 0 : kanji.indexOf(char);
  const value =
    ten === undefined ? digit(first) + digit(last) : (digit(first) || 1) * 10 + digit(last);
  return { value, style: 'kanji' };
}

/** A number from 1 to 99 in a style. */
export function writeSmallNumber(value: number, style: NumberStyle): string {
  if (style === 'half') return String(value);
  if (style === 'full') {
    return String(value).replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
  }
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : kanji.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : kanji.charAt(ones));
}
