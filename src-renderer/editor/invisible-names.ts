import { invisibleMessages } from '#core/messages/invisible-characters';
import { type Locale, translate } from '#core/messages/messages';
import { codePointName } from '#core/text/invisible-characters';

type Name = keyof typeof invisibleMessages.ja;

function keyOf(code: number): Name {
  const key = `u${code.toString(16).padStart(4, '0')}`;
  if (Object.hasOwn(invisibleMessages.ja, key)) return key as Name;
  if (code >= 0xd8_00 && code <= 0xdf_ff) return 'half';
  if (code >= 0xe_00_00) return 'tag';
  return /\p{Zs}/u.test(String.fromCodePoint(code)) ? 'blank' : 'control';
}

/** The name of an invisible character with its code, for a tip and for a screen reader. */
export function invisibleName(character: string, locale: Locale): string {
  const code = character.codePointAt(0) ?? 0;
  return translate(invisibleMessages, locale, 'named', {
    name: translate(invisibleMessages, locale, keyOf(code)),
    code: codePointName(code),
  });
}

/** The name of blanks at the end of a line, or of a tab. */
export function blankName(kind: 'trailing' | 'hardBreak' | 'tab', locale: Locale): string {
  return translate(invisibleMessages, locale, kind);
}
