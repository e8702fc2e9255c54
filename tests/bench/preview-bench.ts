import type { TextEdit } from '#core/document/text-edit';
import { applyEdits } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { guideText } from './guide-text.ts';

/** One size of the preview benchmark; times are milliseconds, medians but for `first…`. */
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
  /** The first render of the text in sections, as a share of a whole render of the same round. */
  readonly firstRatio: number;
}

const profile = { flavour: 'gfm-cjk' } as const;

const places = {
  paragraph: '目線で決めます。',
  list: '**目的:** ',
  table: '止めてよい時間',
} as const;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

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

function measure(bytes: number, rounds: number): PreviewFigures {
  const text = guideText(bytes);
  const whole = createRenderer(profile);
  const renderer = createIncrementalRenderer(profile);
  const first: number[] = [];
  const full: number[] = [];
  const times = { paragraph: [] as number[], list: [] as number[], table: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    first.push(
      timed(() => {
        renderer.reset(text);
        renderer.render();
      }),
    );
    for (const [name, place] of Object.entries(places) as [keyof typeof places, string][]) {
      const [add, remove] = keystrokes(text, place);
      for (const edit of [add, remove, add, remove, add, remove]) {
        times[name].push(
          timed(() => {
            renderer.edit([edit]);
            renderer.render();
          }),
        );
      }
    }
    // The same text but for one character, so that no cache of the engine can help either side.
    const at = text.indexOf(places.paragraph);
    const typed = applyEdits(text, [{ from: at, to: at, insert: String(round) }]);
    full.push(timed(() => whole.render(typed)));
  }
  const fullMs = median(full);
  const [paragraphMs, listMs, tableMs] = [
    median(times.paragraph),
    median(times.list),
    median(times.table),
  ];
  return {
    bytes,
    fullMs,
    paragraphMs,
    listMs,
    tableMs,
    ratio: (paragraphMs + listMs + tableMs) / 3 / fullMs,
    paragraphRatio: paragraphMs / fullMs,
    firstRatio: median(first) / fullMs,
  };
}

/** Measures the preview's rendering in this thread: warmed, keystrokes and whole renders in turn. */
export function benchPreview(): PreviewFigures[] {
  measure(36_000, 6);
  return [measure(36_000, 9), measure(360_000, 5), measure(1_000_000, 3)];
}
