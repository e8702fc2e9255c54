import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { guideText } from './guide-text.ts';
import { quantile } from './statistics.ts';

/** One length of text; times are medians in milliseconds. */
export interface PreviewFigures {
  readonly bytes: number;
  /** A whole render of the text, as an editor without sections does for each keystroke. */
  readonly fullMs: number;
  /** The page after one keystroke in a paragraph, a list and a table. */
  readonly paragraphMs: number;
  readonly listMs: number;
  readonly tableMs: number;
  /** Mean of the three, as a share of a whole render. */
  readonly ratio: number;
  readonly paragraphRatio: number;
  /** The first render of the text in sections, as a share of a whole render. */
  readonly firstRatio: number;
}

const profile = { flavour: 'gfm-cjk' } as const;

const places = {
  paragraph: '目線で決めます。',
  list: '**目的:** ',
  table: '止めてよい時間',
} as const;

function timed(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** A keystroke in the middle of the text: one character after a place, then the same one removed again. */
function keystrokes(text: string, place: string): readonly [TextEdit, TextEdit] {
  const found = text.indexOf(place, Math.floor(text.length / 2));
  if (found === -1) throw new Error(`the bench text has no 「${place}」 in its second half`);
  const at = found + place.length;
  return [
    { from: at, to: at, insert: 'あ' },
    { from: at, to: at + 1, insert: '' },
  ];
}

/** Rounds of one text: each a whole render, a first render in sections, and the page after keystrokes. */
interface Rounds {
  readonly full: number[];
  readonly first: number[];
  readonly paragraph: number[];
  readonly list: number[];
  readonly table: number[];
}

function measure(text: string, rounds: number): Rounds {
  const whole = createRenderer(profile);
  const renderer = createIncrementalRenderer(profile);
  const times: Rounds = { full: [], first: [], paragraph: [], list: [], table: [] };
  const keystroke = (place: string): number => {
    const edits = keystrokes(text, place);
    const sum = edits.map((edit) =>
      timed(() => {
        renderer.edit([edit]);
        renderer.render();
      }),
    );
    return sum.reduce((a, b) => a + b, 0) / edits.length;
  };
  for (let round = 0; round < rounds; round += 1) {
    times.first.push(
      timed(() => {
        renderer.reset(text);
        renderer.render();
      }),
    );
    for (let again = 0; again < 3; again += 1) {
      times.paragraph.push(keystroke(places.paragraph));
      times.list.push(keystroke(places.list));
      times.table.push(keystroke(places.table));
    }
    // The same text but for one character, so that no cache of the engine can help either side.
    const at = text.indexOf(places.paragraph);
    const typed = applyEdits(text, [{ from: at, to: at, insert: String(round) }]);
    times.full.push(timed(() => whole.render(typed)));
  }
  return times;
}

/**
 * Measures the preview's rendering in this thread, keystrokes and whole renders in turn, warmed:
 * the page after one keystroke against a whole render by the same pipeline, at three lengths.
 */
export function benchPreview(): PreviewFigures[] {
  measure(guideText(36_000), 6);
  const sizes = [
    { bytes: 36_000, rounds: 9 },
    { bytes: 360_000, rounds: 5 },
    { bytes: 1_000_000, rounds: 3 },
  ];
  return sizes.map(({ bytes, rounds }) => {
    const { full, first, paragraph, list, table } = measure(guideText(bytes), rounds);
    const [fullMs, paragraphMs, listMs, tableMs] = [full, paragraph, list, table].map((values) =>
      quantile(values, 0.5),
    ) as [number, number, number, number];
    return {
      bytes,
      fullMs,
      paragraphMs,
      listMs,
      tableMs,
      ratio: (paragraphMs + listMs + tableMs) / 3 / fullMs,
      paragraphRatio: paragraphMs / fullMs,
      firstRatio: quantile(first, 0.5) / fullMs,
    };
  });
}
