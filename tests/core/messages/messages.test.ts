import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ZodType } from 'zod';
import { commands } from '#core/commands/commands';
import { allRules } from '#core/lint/all-rules';
import { counterText } from '#core/messages/counter';

// Everything that src-core exports is walked for texts: tables of messages, rules with their examples,
// commands, fields of the default schema, guide types. Nothing has to be listed here to be covered.
// The files are found by hand and not by import.meta.glob, which would make each of them an entry for
// the check of unused code.
const core = resolve(import.meta.dirname, '../../../src-core');
const paths = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
);
const sources = Object.fromEntries(
  paths.map((path) => [path, readFileSync(join(core, path), 'utf8')]),
);
const modules = Object.fromEntries(
  await Promise.all(
    paths.map(async (path) => {
      const loaded = (await import(/* @vite-ignore */ join(core, path))) as Record<string, unknown>;
      return [path, loaded] as const;
    }),
  ),
);

/** One text in both languages; each plural form of English is a text of its own. */
interface Pair {
  readonly place: string;
  readonly ja: string;
  readonly en: string;
}

const pairs: Pair[] = [];
const flaws: string[] = [];
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The forms of a template: itself, or `one` and `other`. */
function formsOf(template: unknown): readonly string[] {
  if (typeof template === 'string') return [template];
  if (!isRecord(template)) return [];
  return [template.one, template.other].filter((form) => typeof form === 'string');
}

/** Each English form stands beside the Japanese text. */
function takeTemplate(place: string, ja: unknown, en: unknown): void {
  const [japanese, english] = [formsOf(ja), formsOf(en)];
  if (japanese.length === 0) flaws.push(`${place}: no Japanese`);
  if (english.length === 0) flaws.push(`${place}: no English`);
  // Japanese counts without a singular: its form would never be chosen.
  if (japanese.length > 1) flaws.push(`${place}: Japanese in ${japanese.length} forms`);
  const [text = ''] = japanese;
  for (const form of english) pairs.push({ place, ja: text, en: form });
}

function walk(place: string, value: unknown, seen: Set<object>): void {
  // What checks data holds names of languages, but no texts.
  if (!isRecord(value) || value instanceof ZodType || seen.has(value)) return;
  seen.add(value);
  const languages = ['ja', 'en'].filter((language) => Object.hasOwn(value, language));
  if (languages.length === 1) flaws.push(`${place}: only ${languages.join()}`);
  if (languages.length < 2) {
    for (const [key, inner] of Object.entries(value)) walk(`${place}.${key}`, inner, seen);
    return;
  }
  const { ja, en } = value;
  if (!isRecord(ja) || !isRecord(en) || Object.hasOwn(ja, 'other')) {
    takeTemplate(place, ja, en);
    return;
  }
  for (const key of new Set([...Object.keys(ja), ...Object.keys(en)])) {
    takeTemplate(`${place}.${key}`, ja[key], en[key]);
  }
}

const seen = new Set<object>();
for (const rule of allRules) walk(`rule ${rule.id}`, rule, seen);
for (const [path, module] of Object.entries(modules)) {
  walk(path.replace('../../../src-core/', ''), { ...module }, seen);
}
// Its table is its own; these are all of its texts.
for (const bounds of [{}, { max: 3 }, { min: 3 }, { min: 3, max: 4 }]) {
  walk(`counterText ${Object.keys(bounds).join()}`, counterText(1, bounds), seen);
}

const placesIn = (text: string): string =>
  [...new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name))].sort().join();
/** Kana, kanji, and Japanese punctuation and full-width forms. */
const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;
const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/g, '');

it('[P9] finds the texts of the interface, of every command and of every rule', () => {
  expect(pairs.length).toBeGreaterThan(900);
  for (const { id } of allRules) {
    const texts = pairs.filter(({ place }) => place.startsWith(`rule ${id}.`));
    expect({ id, enough: texts.length >= 4 }).toEqual({ id, enough: true });
  }
  // A record that is reached by two ways is walked once.
  const titles = pairs.filter(({ place }) => place.startsWith('commands/'));
  expect(titles).toHaveLength(commands.length);
});

it('[P9] no table of messages is out of reach of these tests', () => {
  const hidden = Object.entries(sources).filter(([path, text]) => {
    if (path === 'messages/counter.ts' || path.startsWith('lint/rules/')) return false;
    const declared = [...text.matchAll(/ = defineMessages\(/g)].length;
    const tables = Object.values(modules[path] ?? {}).filter(
      (value) => isRecord(value) && isRecord(value.ja) && isRecord(value.en),
    );
    return tables.length !== declared;
  });
  expect(hidden.map(([path]) => path)).toEqual([]);
});

it('[P9] every text is there in both languages, under the same keys', () => {
  expect(flaws).toEqual([]);
});

it('[P9] no text is empty', () => {
  const empty = pairs.filter(({ ja, en }) => ja.trim() === '' || en.trim() === '');
  expect(empty.map(({ place }) => place)).toEqual([]);
});

it('[P9] both languages have the same places to fill in', () => {
  // “One guide” may say the count in a word.
  const different = pairs.filter(
    ({ ja, en }) =>
      placesIn(ja) !== placesIn(en) &&
      !(en.startsWith('One ') && placesIn(ja) === [placesIn(en), '{count}'].filter(Boolean).join()),
  );
  expect(different).toEqual([]);
});

it('[P9] English holds no Japanese but in quotation marks and the name of the language', () => {
  const left = pairs.filter(({ en }) => japanese.test(withoutQuotes(en).replace('(日本語)', '')));
  expect(left.map(({ place, en }) => ({ place, en }))).toEqual([]);
});

it('[P9] Japanese is not English left as it was', () => {
  // Units, and what is called so in both languages.
  const sameInBoth = new Set(['{count} KB', '{count} MB', '{size}px', 'PC', 'SNS']);
  const untranslated = pairs.filter(({ ja, en }) => {
    const words = ja.replace(/\{\w+\}/g, '');
    return (ja === en || !japanese.test(ja)) && /\p{L}/u.test(words) && !sameInBoth.has(ja);
  });
  expect(untranslated.map(({ place, ja }) => ({ place, ja }))).toEqual([]);
});
