const joined =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}' +
  ['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gujarati', 'Gurmukhi', 'Kannada']
    .concat(['Malayalam', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Khmer', 'Myanmar', 'Tibetan'])
    .map((script) => `\\p{Script=${script}}`)
    .join('');
const tags = '[\\u{e0020}-\\u{e007f}]';

/**
 * Characters that cannot be seen, or that change the order of what is around them (case T24): controls, marks
 * of direction, zero widths, fillers, line separators, halves of a character. Tabs and line feeds are none of
 * them, nor what belongs to an emoji, a keycap, a flag or a script that joins its letters.
 */
export const unseenCharacters = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f]',
    '[\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffc\\u{1d173}-\\u{1d17a}\\u{e0001}]',
    '\\p{Surrogate}',
    `(?<![${joined}])[\\u200c\\u200d]`,
    `(?<!\\u{1f3f4}${tags}{0,8})${tags}+`,
  ].join('|'),
  'gu',
);

/** Blanks other than the space, the tab and the full-width one. */
export const otherBlanks = '\u00a0\u1680\u2000-\u200a\u202f\u205f';

const abbreviations: ReadonlyMap<number, string> = new Map([
  ...'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'
    .split(' ')
    .map((name, code): [number, string] => [code, name]),
  [0x7f, 'DEL'],
  [0xad, 'SHY'],
  [0x06_1c, 'ALM'],
  [0x20_0b, 'ZWSP'],
  [0x20_0c, 'ZWNJ'],
  [0x20_0d, 'ZWJ'],
  [0x20_0e, 'LRM'],
  [0x20_0f, 'RLM'],
  [0x20_28, 'LSEP'],
  [0x20_29, 'PSEP'],
  [0x20_2a, 'LRE'],
  [0x20_2b, 'RLE'],
  [0x20_2c, 'PDF'],
  [0x20_2d, 'LRO'],
  [0x20_2e, 'RLO'],
  [0x20_60, 'WJ'],
  [0x20_66, 'LRI'],
  [0x20_67, 'RLI'],
  [0x20_68, 'FSI'],
  [0x20_69, 'PDI'],
  [0xfe_ff, 'BOM'],
  [0xff_fc, 'OBJ'],
]);

/** The code point of a character as Unicode writes it: `U+200B`. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What stands for an invisible character where it is shown: its usual abbreviation, or its code. */
export function shortNameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xe_00_20) return 'TAG';
  return abbreviations.get(code) ?? code.toString(16).toUpperCase().padStart(4, '0');
}
