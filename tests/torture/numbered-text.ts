/**
 * The text of a save by its number: 30 bytes to 190 KB, with the number at both ends, so that a file tells
 * which save it is of, and that it is whole.
 */
export function numberedText(number: number): string {
  const length = (Math.imul(number, 0x9e3779b1) >>> 0) % 64;
  return `${number}\n${`本文 ${number}\n`.repeat(length * 180)}\n${number}`;
}

/** The number of the save that a file is wholly of; `undefined` where it is of none. */
export function numberOf(text: string): number | undefined {
  const number = Number(text.slice(0, text.indexOf('\n')));
  return text === numberedText(number) ? number : undefined;
}
