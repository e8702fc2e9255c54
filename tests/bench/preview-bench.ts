import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { guideText } from './guide-text.ts';
import {
  differentText,
  keyPlaces,
  type KeyTimes,
  meansOf,
  timeKeys,
  timed,
} from './preview-keys.ts';
import type { Measure } from './statistics.ts';

const profile = { flavour: 'gfm-cjk' } as const;

interface Times {
  /** Whole renders of the text, as an editor without sections does for each keystroke. */
  readonly full: number[];
  /** First renders of the text in sections. */
  readonly first: number[];
  readonly keys: KeyTimes[];
}

function measure(text: string, rounds: number): Times {
  const whole = createRenderer(profile);
  const renderer = createIncrementalRenderer(profile);
  const times: Times = { full: [], first: [], keys: [] };
  for (let round = 0; round < rounds; round += 1) {
    const first = timed(() => {
      renderer.reset(text);
      renderer.render();
    });
    times.first.push(first);
    for (let again = 0; again < 3; again += 1) {
      times.keys.push(
        timeKeys(text, keyPlaces, (edit) => {
          renderer.edit([edit]);
          renderer.render();
        }),
      );
    }
    const typed = differentText(text, round);
    times.full.push(timed(() => whole.render(typed)));
  }
  return times;
}

const sizes = [
  { bytes: 36_000, label: '36 KB', rounds: 9, goal: 1 / 15, paragraphGoal: 1 / 40 },
  { bytes: 360_000, label: '360 KB', rounds: 5, goal: 1 / 80 },
  { bytes: 1_000_000, label: '1 MB', rounds: 5, goal: 1 / 200, firstGoal: 0.7 },
] as const;

/**
 * Measures the preview's rendering in this thread, keystrokes and whole renders in turn, warmed:
 * the page after one keystroke against a whole render by the same pipeline, at three lengths.
 */
export function benchPreview(): Measure[] {
  measure(guideText(36_000), 6);
  return sizes.flatMap((size): Measure[] => {
    const { bytes, label, rounds, goal } = size;
    const { full, first, keys } = measure(guideText(bytes), rounds);
    const common = { peer: 'full remark render', theirs: full, unit: 'ms' } as const;
    const rows: Measure[] = [
      { name: `preview HTML after a key, ${label}`, ours: meansOf(keys), goal, ...common },
    ];
    if ('paragraphGoal' in size) {
      const ours = keys.map(({ paragraph }) => paragraph);
      const name = `preview HTML after a key in a paragraph, ${label}`;
      rows.push({ name, ours, goal: size.paragraphGoal, ...common });
    }
    if ('firstGoal' in size) {
      rows.push({ name: `first render, ${label}`, ours: first, goal: size.firstGoal, ...common });
    }
    return rows;
  });
}
