import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  nat,
  noBias,
  oneof,
  property,
  record,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { parseMarkdown } from '#core/markdown/parse';
import { createRenderer } from '#core/markdown/renderer';
import { createComposedPage } from './composed-page.ts';
import { guidePieces } from './guide-pieces.ts';
import { examples } from './markdown-examples.ts';

const tokens = [
  '\n',
  '\n\n',
  '# ',
  '\n# 見出し\n',
  '\n## 二\n\n',
  '- ',
  '\n- ',
  '    ',
  '> ',
  '\n> ',

  '```',
  '\n```\n',
  '~~~\n',
  '**',
  '*',
  '_',
  '`',
  '[',
  ']',
  '](',
  ')',
  '|',
  '\n---\n',
  '\n===\n',
  '<!--',
  '-->',
  '<div>',
  '\n</div>\n',
  '\\',
  '&amp;',
  '1. ',
  '[^1]',
  '\n[^1]: 注\n',
  '[^注]',

  '\n[ref]: /x\n',
  '[ref]',
  '[完全ガイド]',
  '\t',
  ' ',
  'あ',
  '「',
  '」',
  '字を足す',
  '\n| a |\n|---|\n',
];

interface Step {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const step: Arbitrary<Step> = record({
  // Evenly spread: fast-check would prefer the start of the text.
  at: noBias(nat(1_000_000)).map((millionths) => millionths / 1_000_000),
  remove: oneof(
    { arbitrary: constant(0), weight: 4 },
    { arbitrary: integer({ min: 1, max: 6 }), weight: 3 },
    { arbitrary: integer({ min: 7, max: 120 }), weight: 1 },
  ),
  insert: oneof(
    { arbitrary: constantFrom(...tokens), weight: 6 },
    { arbitrary: constant(''), weight: 2 },
    { arbitrary: constantFrom(...examples), weight: 1 },
  ),
});

const text = array(constantFrom(...guidePieces, ...guidePieces, ...examples), {
  minLength: 1,
  maxLength: 6,
}).map((pieces) => pieces.join('\n'));

function toEdit(length: number, { at, remove, insert }: Step): TextEdit {
  const from = Math.floor(at * length);
  return { from, to: Math.min(length, from + remove), insert };
}

function isParsed(markdown: string): boolean {
  try {
    parseMarkdown(markdown, 'gfm-cjk');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_ASSERTION') return false;
    throw error;
  }
}

describe('a page that follows edits', () => {
  it('equals the full render after each of more than 3,000 random edits of guides', () => {
    let edits = 0;
    let cutEdits = 0;
    let sent = 0;
    assert(
      property(text, array(step, { minLength: 20, maxLength: 20 }), (start, steps) => {
        const whole = createRenderer({ flavour: 'gfm-cjk' });
        const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
        const page = createComposedPage();
        let current = start;
        renderer.reset(start);
        page.apply(renderer.render());
        for (const one of steps) {
          const edit = toEdit(current.length, one);
          const next = applyEdits(current, [edit]);
          // Under vitest the parser's own assertions are on, and a few texts trip them.
          if (!isParsed(next)) continue;
          current = next;
          renderer.edit([edit]);
          const patch = renderer.render();
          page.apply(patch);
          edits += 1;
          sent += patch.sections.length;
          if (patch.order.remove + patch.order.insert.length > 0) cutEdits += 1;
          const expected = whole.render(current).root;
          // As strings, since comparing trees takes several times longer.
          expect(JSON.stringify(page.root())).toBe(JSON.stringify(expected));
        }
      }),
      { seed: 20261124, numRuns: 160, endOnFailure: true },
    );
    expect(edits).toBeGreaterThan(3000);
    expect(cutEdits).toBeGreaterThan(300);
    console.log(`${edits} edits, ${cutEdits} of them cut anew, ${sent} sections rendered again`);
  }, 120_000);

  it('equals the full render when several edits arrive before it renders', () => {
    assert(
      property(
        text,
        array(array(step, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        (start, rounds) => {
          const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
          const page = createComposedPage();
          let current = start;
          renderer.reset(start);
          for (const round of rounds) {
            for (const one of round) {
              const edit = toEdit(current.length, one);
              current = applyEdits(current, [edit]);
              renderer.edit([edit]);
            }
            page.apply(renderer.render());
          }
          page.apply(renderer.render());
          const whole = createRenderer({ flavour: 'gfm-cjk' }).render(current);
          expect(page.root()).toEqual(whole.root);
        },
      ),
      { seed: 7, numRuns: 120, endOnFailure: true },
    );
  }, 60_000);

  it('equals the full render when it may render one section at a time', () => {
    assert(
      property(text, array(step, { minLength: 3, maxLength: 8 }), (start, steps) => {
        const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
        let current = start;
        const keysGiven = new Set<number>();
        const patches: ReturnType<typeof renderer.render>[] = [];
        const render = () => {
          const patch = renderer.render(() => true);
          for (const { key } of patch.sections) keysGiven.add(key);
          patches.push(patch);
          return patch.done;
        };
        renderer.reset(start);
        for (const one of steps) {
          render();
          const edit = toEdit(current.length, one);
          const next = applyEdits(current, [edit]);
          if (!isParsed(next)) continue;
          current = next;
          renderer.edit([edit]);
        }
        while (!render());
        const page = createComposedPage();
        for (const patch of patches) page.apply(patch);
        const whole = createRenderer({ flavour: 'gfm-cjk' }).render(current);
        expect(page.root()).toEqual(whole.root);
      }),
      { seed: 11, numRuns: 120, endOnFailure: true },
    );
  }, 60_000);
});
