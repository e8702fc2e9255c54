import { codePointName } from '../text/invisible-characters.ts';
import { defineMessages, type Locale, translate } from './messages.ts';

const names = defineMessages({
  ja: {
    control: '制御文字',
    u00a0: '改行しない空白',
    u00ad: '見えないハイフン（行末でだけ現れます）',
    u061c: 'アラビア文字の向きの印',
    u200b: '幅のない空白',
    u200c: 'つながりを切る印',
    u200d: '文字をつなぐ印',
    u200e: '左から右への印',
    u200f: '右から左への印',
    u2028: '行の区切り',
    u2029: '段落の区切り',
    u202a: '左から右の始まり',
    u202b: '右から左の始まり',
    u202c: '向きの指定の終わり',
    u202d: '左から右に並べ替える印',
    u202e: '右から左に並べ替える印',
    u202f: '改行しない狭い空白',
    u2060: '改行しない印',
    u2066: '左から右の囲みの始まり',
    u2067: '右から左の囲みの始まり',
    u2068: '向きを自動で決める囲みの始まり',
    u2069: '囲みの終わり',
    u3000: '全角の空白',
    ufeff: 'バイト順の印（BOM）',
    ufffc: '埋め込みの置き場所',
    half: '文字の半分（こわれた文字）',
    tag: '見えないタグ文字',
    blank: '特別な幅の空白',
    trailing: '行末の空白',
    hardBreak: '行末の空白（2つ以上で、サイトでも改行します）',
    tab: 'タブ',
    named: '{name}（{code}）',
  },
  en: {
    control: 'Control character',
    u00a0: 'No-break space',
    u00ad: 'Soft hyphen, shown at the end of a line only',
    u061c: 'Arabic letter mark',
    u200b: 'Zero-width space',
    u200c: 'Zero-width non-joiner',
    u200d: 'Zero-width joiner',
    u200e: 'Left-to-right mark',
    u200f: 'Right-to-left mark',
    u2028: 'Line separator',
    u2029: 'Paragraph separator',
    u202a: 'Left-to-right embedding',
    u202b: 'Right-to-left embedding',
    u202c: 'End of a direction',
    u202d: 'Left-to-right override',
    u202e: 'Right-to-left override',
    u202f: 'Narrow no-break space',
    u2060: 'Word joiner',
    u2066: 'Left-to-right isolate',
    u2067: 'Right-to-left isolate',
    u2068: 'First strong isolate',
    u2069: 'End of an isolate',
    u3000: 'Full-width space',
    ufeff: 'Byte order mark (BOM)',
    ufffc: 'Object replacement',
    half: 'Half of a character',
    tag: 'Invisible tag characters',
    blank: 'Blank of a special width',
    trailing: 'Blank at the end of the line',
    hardBreak: 'Blanks at the end of the line: two or more break the line on the site too',
    tab: 'Tab',
    named: '{name} ({code})',
  },
});

type Name = keyof typeof names.ja;

function keyOf(code: number): Name {
  const key = `u${code.toString(16).padStart(4, '0')}`;
  if (Object.hasOwn(names.ja, key)) return key as Name;
  if (code >= 0xd8_00 && code <= 0xdf_ff) return 'half';
  if (code >= 0xe_00_00) return 'tag';
  return /\p{Zs}/u.test(String.fromCodePoint(code)) ? 'blank' : 'control';
}

/** The name of an invisible character with its code, for a tip and for a screen reader. */
export function invisibleName(character: string, locale: Locale): string {
  const code = character.codePointAt(0) ?? 0;
  return translate(names, locale, 'named', {
    name: translate(names, locale, keyOf(code)),
    code: codePointName(code),
  });
}

/** The name of blanks at the end of a line, or of a tab. */
export function blankName(kind: 'trailing' | 'hardBreak' | 'tab', locale: Locale): string {
  return translate(names, locale, kind);
}
