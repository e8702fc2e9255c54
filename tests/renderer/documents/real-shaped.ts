/** A value in generated guide details, where the writer put it. */
export interface WrittenLeaf {
  readonly pointer: string;
  /** UTF-16 range of the value as written, in the text of the file. */
  readonly from: number;
  readonly to: number;
  /** How many lists and objects it stands in. */
  readonly depth: number;
}

/** A generated file, shaped as those of real sites are. */
export interface RealShaped {
  readonly path: string;
  readonly slug: string;
  /** With its byte order mark, if it has one. */
  readonly text: string;
  readonly leaves: readonly WrittenLeaf[];
  readonly lineEnds: 'LF' | 'CRLF' | 'mixed';
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32, public domain, T. Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Json = null | boolean | Written | readonly Json[] | { readonly [name: string]: Json };

/** A value in the spelling that stands in the file. */
interface Written {
  readonly raw: string;
}

const words = [
  '看護師',
  '設計',
  '調理',
  '相談',
  '訪問',
  '安全',
  '記録',
  'チーム',
  '夜勤',
  '研修',
  'Nurse',
];
const spellings = [
  ...[
    '\\u3042い',
    'a\\/b',
    '改\\n行',
    '\\"引用\\"',
    '\\ud83c\\udfe5',
    '\\\\',
    '𠮷野家',
    '👩‍⚕️',
    'か\u3099',
  ],
  ...['{\\"a\\": 1}', '---', ', ]', '\\u0000', '\\ud800', 'tab\\there', '１２３', '\u2028'],
];
const numbers = ['0', '1.0', '1e3', '-0', '9007199254740993', '1.50', '2E-2', '42'];

function createWriter(random: () => number) {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (share: number): boolean => random() < share;
  const text = (): Written => {
    const parts = Array.from({ length: 1 + below(4) }, () =>
      chance(0.2) ? pick(spellings) : pick(words).concat(pick(['', 'の', '・'])),
    );
    return { raw: `"${parts.join('')}"` };
  };
  const scalar = (): Json =>
    chance(0.6) ? text() : pick<Json>([null, true, false, { raw: pick(numbers) }]);
  const list = (make: () => Json, most: number): Json =>
    Array.from({ length: below(most + 1) }, make);
  const item = (): Json => ({
    name: text(),
    note: chance(0.4) ? null : text(),
    price: { raw: pick(numbers) },
    tags: list(text, 3),
    ...(chance(0.3) ? { link: { href: text(), blank: chance(0.5), rel: null } } : {}),
  });
  return { below, pick, chance, text, scalar, list, item };
}

const pathTo = (parent: string, name: string | number): string => `${parent}/${String(name)}`;

function isWritten(value: Json): value is Written {
  return typeof value === 'object' && value !== null && 'raw' in value;
}

/** The text of one file and the places of its values, from a seed alone. */
export function makeRealShaped(index: number, seed: number): RealShaped {
  const random = createRandom(seed * 100_003 + index);
  const { below, pick, chance, text, scalar, list, item } = createWriter(random);
  const slug = `guide_${String(index)}`;
  const details: { readonly [name: string]: Json } = {
    category: { raw: '"medical-care"' },
    keywords: list(text, 6),
    meta_description: text(),
    related_jobs: list(() => ({ raw: `"guide_${String(below(10_000))}"` }), 4),
    slug: { raw: `"${slug}"` },
    tags: list(text, 5),
    title: text(),
    thumbnail: { raw: `"/static/img/${slug}.png"` },
    ...(chance(0.8) ? { seo: { og: { title: text(), image: null }, index: chance(0.5) } } : {}),
    ...(chance(0.7) ? { steps: list(item, 5) } : {}),
    ...(chance(0.4)
      ? { sections: list(() => ({ heading: text(), items: list(item, 3) }), 3) }
      : {}),
    ...(chance(0.3) ? { misc: list(scalar, 4) } : {}),
    ...(chance(0.05) ? { long: { raw: `"${'長い説明。'.repeat(900)}"` } } : {}),
  };
  const lineEnds = random() < 0.7 ? 'LF' : chance(0.7) ? 'CRLF' : 'mixed';
  const eol = (): string =>
    lineEnds === 'LF' ? '\n' : lineEnds === 'CRLF' ? '\r\n' : pick(['\n', '\r\n', '\r\n', '\r']);
  const indent = pick(['  ', '  ', '  ', '    ', '\t']);
  const colon = pick([': ', ': ', ': ', ':', ' : ']);
  const inlineLists = chance(0.3);

  const leaves: WrittenLeaf[] = [];
  let out = chance(0.1) ? '\ufeff' : '';
  const write = (value: Json, pointer: string, depth: number): void => {
    const from = out.length;
    if (value === null || typeof value === 'boolean' || isWritten(value)) {
      out += isWritten(value) ? value.raw : String(value);
      leaves.push({ pointer, from, to: out.length, depth });
      return;
    }
    const isList = Array.isArray(value);
    const entries = Object.entries(value as Readonly<Record<string, Json>>);
    const inline = entries.length === 0 || (isList && inlineLists) || chance(0.05);
    out += isList ? '[' : '{';
    for (const [at, [name, child]] of entries.entries()) {
      out += inline ? (at === 0 ? '' : pick([' ', ''])) : eol() + indent.repeat(depth);
      if (!isList) out += `"${name}"${colon}`;
      write(child, pathTo(pointer, name), depth + 1);
      if (at < entries.length - 1) out += ',';
    }
    if (!inline) out += eol() + indent.repeat(depth - 1);
    out += isList ? ']' : '}';
  };
  out += `---json${eol()}`;
  write(details, '', 1);
  out += `${eol()}---${eol()}# [完全ガイド] Guide ${String(index)}: 題${eol()}${eol()}---${eol()}`;
  for (let section = 1; section <= 3; section += 1) {
    out += `${eol()}## ${String(section)}\ufe0f\u20e3 ${pick(words)}${eol()}${eol()}`;
    for (let line = 0; line < 4; line += 1) {
      out += `*   **${pick(words)}:** ${Array.from({ length: 6 }, () => pick(words)).join('と')}。`;
      out += pick(['', ' ', '\u3000']) + eol();
    }
  }
  out += chance(0.2) ? eol() : pick(['', '終わり', '終わり  ']);
  const folder = `part-${String(index % 25).padStart(2, '0')}`;
  return { path: `${folder}/${slug}.md`, slug, text: out, leaves, lineEnds };
}
