const SMALL_A = 0x30a1;
const SMALL_KE = 0x30f6;
const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * The form of a text in which searches compare: width, case and the two kanas fold together
 * (NFKC, lower case, katakana as hiragana). Lengths may change; not for offsets.
 */
export function fold(text: string): string {
  let folded = '';
  for (const char of text.normalize('NFKC').toLowerCase()) {
    const code = char.charCodeAt(0);
    folded +=
      code >= SMALL_A && code <= SMALL_KE ? String.fromCharCode(code - KATAKANA_TO_HIRAGANA) : char;
  }
  return folded;
}
