import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Flavour } from '#core/catalog/workspace-config';
import { splitGuide } from '#core/document/guide-parts';
import { parseMarkdown } from '#core/markdown/parse';
import { languageOf } from '../../../src-renderer/editor/markdown-language.ts';
import { examples } from '../../core/markdown/markdown-examples.ts';

const styles: Readonly<Record<string, string>> = {
  Emphasis: 'emphasis',
  StrongEmphasis: 'strong',
  Strikethrough: 'delete',
};

/** What the editor colours, as `style from to`. */
function coloured(text: string, flavour: Flavour): string[] {
  const found: string[] = [];
  languageOf(flavour)
    .language.parser.parse(text)
    .iterate({
      enter({ name, from, to }) {
        if (styles[name] !== undefined) found.push(`${styles[name]} ${from} ${to}`);
      },
    });
  return found.sort();
}

/** What the preview emphasises, as `style from to`. */
function previewed(text: string, flavour: Flavour): string[] {
  const found: string[] = [];
  visit(parseMarkdown(text, flavour), ({ type, position }) => {
    if (type !== 'strong' && type !== 'emphasis' && type !== 'delete') return;
    found.push(`${type} ${position?.start.offset} ${position?.end.offset}`);
  });
  return found.sort();
}

const letters = [
  '「',
  '」',
  '（',
  '）',
  '、',
  '。',
  'か',
  '漢',
  'a',
  'B',
  ' ',
  '\\',
  '!',
  '１',
  '𠮷',
  '😀',
];
const rare = ['\u{fe01}', '\u{e0100}', '“', '”', '…', '\n', '`', '가'];

/** A paragraph of marks and letters; it begins with a letter, so that it is nothing but a paragraph. */
function paragraph(marks: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...marks) },
    { weight: 5, arbitrary: fc.constantFrom(...letters) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  );
  return fc.array(piece, { maxLength: 14 }).map((pieces) => `あ${pieces.join('')}`);
}

/** Whether all runs of marks in a text, but for escaped ones, are equally long. */
function hasEvenRuns(text: string): boolean {
  const runs = text.replaceAll(/\\./g, 'x').match(/[*_~]+/g);
  return new Set(runs?.map((run) => run.length)).size <= 1;
}

describe.each(['commonmark', 'gfm', 'gfm-cjk'] as const)('%s', (flavour) => {
  test('the examples of Markdown are coloured as the preview emphasises them', () => {
    for (const text of examples) expect(coloured(text, flavour)).toEqual(previewed(text, flavour));
  });

  test('the bodies of the sample guides are coloured as the preview emphasises them', () => {
    const folder = resolve(import.meta.dirname, '../../../content/guides');
    let count = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(resolve(folder, name), 'utf8');
      const body = text.slice(splitGuide(text).bodyFrom);
      const expected = previewed(body, flavour);
      count += expected.length;
      expect(coloured(body, flavour)).toEqual(expected);
    }
    expect(count).toBeGreaterThan(100);
  });

  test.each(['*', '**', '_', '__', '~', '~~'])(
    'any text with %s agrees with the preview',
    (mark) => {
      fc.assert(
        fc.property(paragraph([mark]).filter(hasEvenRuns), (text) => {
          expect(coloured(text, flavour)).toEqual(previewed(text, flavour));
        }),
        { numRuns: 200 },
      );
    },
  );

  // Two things are left to Lezer, which pairs the marks. Where a run is used up by halves, it goes by the
  // run's whole length in the "rule of three", as the specification says; micromark by what is left. And
  // where ~ and * cross, it lets the pair that closes first win; micromark the kind that begins first.
  test('a text with runs of all kinds and lengths differs from the preview less than once in a hundred', () => {
    const marks = ['*', '*', '**', '***', '_', '__', '~', '~~'];
    const texts = fc.sample(paragraph(marks), { numRuns: 1500, seed: 4 });
    const other = texts.filter(
      (text) => coloured(text, flavour).join() !== previewed(text, flavour).join(),
    );
    expect(other.length).toBeLessThan(15);
    for (const text of other) {
      expect(hasEvenRuns(text) && !(text.includes('~') && /[*_]/.test(text))).toBe(false);
    }
  });
});

test('Japanese emphasis is coloured where the site emphasises it, and only there', () => {
  const text = '求められるのは**「設計力」**が問われる場面です。';
  expect(coloured(text, 'gfm-cjk')).toEqual(['strong 7 16']);
  expect(coloured(text, 'gfm')).toEqual([]);
  expect(coloured('~~「消す」~~を', 'gfm-cjk')).toEqual(['delete 0 8']);
  expect(coloured('~~消す~~ H~2~O', 'commonmark')).toEqual([]);
});
