/** A number that a heading shows; UTF-16 offsets in the text it was read from. */
export interface SectionNumber {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const ten = '🔟';

/** The keycap of a number from 1 to 10, as the guides write it; `undefined` beyond. */
export function toKeycap(number: number): string | undefined {
  if (number === 10) return ten;
  return number >= 1 && number <= 9 ? `${String(number)}\ufe0f\u20e3` : undefined;
}

/** The keycap that stands at an offset (1️⃣ to 🔟, with or without U+FE0F); `undefined` where there is none. */
export function readKeycap(text: string, from: number): SectionNumber | undefined {
  if (text.startsWith(ten, from)) return { number: 10, from, to: from + ten.length };
  const match = /^([0-9])\ufe0f?\u20e3/.exec(text.slice(from, from + 3));
  return match ? { number: Number(match[1]), from, to: from + match[0].length } : undefined;
}

/** The number with its dot (`1.`, `1．`) that stands at an offset, before a blank; `undefined` where there is none. */
export function readOrdinal(text: string, from: number): SectionNumber | undefined {
  const match = /^(\d{1,3})[.．](?=[ \t\u3000])/.exec(text.slice(from, from + 6));
  return match ? { number: Number(match[1]), from, to: from + match[0].length } : undefined;
}
