/** A file as bytes, with a name that says what is odd about it. */
export interface OddFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Not UTF-8: to be looked at only. */
  readonly readOnly?: true;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const bom = '\ufeff';

const lines = [
  '---json',
  '{',
  '  "slug": "nurse",',
  '  "tags": [',
  '    "看護"',
  '  ]',
  '}',
  '---',
  '# 見出し',
  '',
  '本文です。',
] as const;

/** A guide whose lines end as told by their number (from 0); the last one has no end unless `final` is given. */
function guide(end: (line: number) => string, final = ''): string {
  return lines.map((line, at) => line + (at < lines.length - 1 ? end(at) : final)).join('');
}

const lf = guide(() => '\n', '\n');
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
      order === 'le' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  );

const texts: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'one line without an end': '本文',
  'one line': '本文\n',
  'a guide with LF': lf,
  'a guide with LF, no final newline': guide(() => '\n'),
  'a guide with CRLF': guide(() => '\r\n', '\r\n'),
  'a guide with CRLF, no final newline': guide(() => '\r\n'),
  'a guide with lone CR': guide(() => '\r', '\r'),
  'a guide with lone CR, no final newline': guide(() => '\r'),
  'LF with one CRLF within the details': guide((at) => (at === 3 ? '\r\n' : '\n'), '\n'),
  'LF with one CRLF within the body': guide((at) => (at === 8 ? '\r\n' : '\n'), '\n'),
  'LF with one lone CR': guide((at) => (at === 8 ? '\r' : '\n'), '\n'),
  'CRLF with one LF': guide((at) => (at === 2 ? '\n' : '\r\n'), '\r\n'),
  'CRLF with one lone CR': guide((at) => (at === 2 ? '\r' : '\r\n'), '\r\n'),
  'CR with one LF': guide((at) => (at === 2 ? '\n' : '\r'), '\r'),
  'all three kinds in turn': guide((at) => ['\n', '\r\n', '\r'][at % 3] ?? '\n', '\r\n'),
  'CRLF fences around LF': guide((at) => (at === 0 || at === 7 ? '\r\n' : '\n'), '\n'),
  'LF fences around CRLF': guide((at) => (at > 0 && at < 7 ? '\r\n' : '\n'), '\n'),
  'the last line alone with CRLF': guide(() => '\n', '\r\n'),
  'LF before CR': 'a\n\rb\n\r本文\n\r',
  'CR before CRLF': 'a\r\r\nb\r\r\n本文\r\r\n',
  'a byte order mark and LF': bom + lf,
  'a byte order mark and CRLF': bom + guide(() => '\r\n', '\r\n'),
  'a byte order mark without details': `${bom}# 見出し\n\n本文\n`,
  'a byte order mark alone': bom,
  'two byte order marks': bom + bom + lf,
  'a byte order mark in the middle': lf.replace('本文', `${bom}本文`),
  'U+2028 in the body': lf.replace('本文', '本文\u2028行'),
  'U+2029 in the body': lf.replace('本文', '本文\u2029段'),
  'U+0085 in the body': lf.replace('本文', '本文\u0085次'),
  'vertical tab and form feed': lf.replace('本文', '本文\u000b\f'),
  'U+2028 within the details': lf.replace('看護', '看\u2028護'),
  'NUL in the body': lf.replace('本文', '本文\0あ'),
  'NUL within the details': lf.replace('看護', '看\0護'),
  'escape characters of ISO-2022-JP': `${lf}\u001b$B4G8n\u001b(B\n`,
  'many blank lines at the end': lf + '\n'.repeat(30),
  'many blank lines with CRLF at the end': guide(() => '\r\n', '\r\n') + '\r\n'.repeat(30),
  'many blank lines at the start': '\n'.repeat(30) + lf,
  'blank lines alone': '\n\r\n\r\n\n',
  'blanks and tabs at line ends': lf.replaceAll('\n', ' \t\n').replace('---json \t', '---json'),
  'ideographic spaces at line ends': lf.replaceAll('。\n', '。\u3000\n'),
  'details that no line closes': lf.replace('}\n---\n', '}\n'),
  'details closed by four dashes': lf.replace('}\n---\n', '}\n----\n'),
  'JSON with a syntax error': lf.replace('"nurse",', '"nurse"'),
  'a name twice': lf.replace('"slug"', '"slug": "a",\n  "slug"'),
  'escapes in JSON': lf.replace('看護', '\\ud83d \\u3042 \\/ \\ud83c\\udfe5'),
  'numbers as nobody writes them': lf.replace(
    '"slug"',
    '"n": [1.0, 1e3, 9007199254740993],\n  "slug"',
  ),
  'characters beyond the BMP': lf.replace('本文', '本文𠮷👩‍⚕️1️⃣🇯🇵'),
  'kana in two parts': lf.replace('本文', '本文か\u3099き\u3099'),
  'one very long line': lf.replace('本文', `本文${'長'.repeat(60_000)}`),
  'JSON with tabs and no blanks': lf.replaceAll('  ', '\t').replaceAll('": ', '":'),
  'YAML with CRLF': '---\r\ntitle: 題\r\n---\r\n本文\r\n',
  'TOML with CR': '+++\rtitle = "題"\r+++\r本文\r',
  'a language that would have to be run': '---js\n{ a: process.exit() }\n---\n本文\n',
};

const shiftJis = raw(0x8a, 0xc5, 0x8c, 0xec, 0x82, 0xcc, 0x8e, 0x64, 0x8e, 0x96, 0x0d, 0x0a);
const eucJp = raw(0xb4, 0xc7, 0xb8, 0xee, 0xa4, 0xce, 0xbb, 0xc5, 0xbb, 0xf6, 0x0a);

const foreign: Readonly<Record<string, Uint8Array>> = {
  'UTF-16LE with a byte order mark': joined(raw(0xff, 0xfe), utf16(lf, 'le')),
  'UTF-16BE with a byte order mark': joined(raw(0xfe, 0xff), utf16(lf, 'be')),
  'UTF-16LE without a byte order mark': utf16(lf, 'le'),
  'UTF-16BE without a byte order mark': utf16(lf, 'be'),
  Shift_JIS: joined(utf8('---json\r\n{}\r\n---\r\n'), shiftJis),
  'EUC-JP': joined(utf8('---json\n{}\n---\n'), eucJp),
  'UTF-8 cut within a character': joined(utf8(lf), raw(0xe6, 0x9c)),
  'UTF-8 with a byte that is never used': joined(utf8(lf), raw(0xff, 0x0a)),
  'UTF-8 longer than it must be': joined(utf8(lf), raw(0xc0, 0xaf, 0x0a)),
  'UTF-8 of half a character': joined(utf8(lf), raw(0xed, 0xa0, 0xbd, 0x0a)),
  'Latin-1': joined(utf8(lf), raw(0x63, 0x61, 0x66, 0xe9, 0x0a)),
};

/** Files whose line ends, marks or encodings are easily lost (F45 to F48), made by hand. */
export const oddFiles: readonly OddFile[] = [
  ...Object.entries(texts).map(([name, text]) => ({ name, bytes: utf8(text) })),
  ...Object.entries(foreign).map(([name, bytes]) => ({ name, bytes, readOnly: true as const })),
];
