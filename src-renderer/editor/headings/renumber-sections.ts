import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { readKeycap, readOrdinal, type SectionNumber, toKeycap } from '#core/text/section-number';
import { type Heading, headingsOf } from './headings.ts';
import { parentOf } from './sections.ts';

/** One row of numbers that must count up from 1. */
interface NumberRow {
  readonly label: (number: number) => string | undefined;
  readonly numbers: SectionNumber[];
}

function shift(found: SectionNumber | undefined, by: number): SectionNumber | undefined {
  return found && { number: found.number, from: found.from + by, to: found.to + by };
}

/** The chapters `## 1️⃣ …`, and the steps `### 1. …` of each chapter; `only` keeps the row of that heading. */
function rowsOf(headings: readonly Heading[], only: number | undefined): readonly NumberRow[] {
  const chapters: NumberRow = { label: toKeycap, numbers: [] };
  const steps = new Map<number, NumberRow>();
  for (const [index, { level, text, textFrom }] of headings.entries()) {
    if (level === 2) {
      const chapter = shift(readKeycap(text, 0), textFrom);
      if (chapter) chapters.numbers.push(chapter);
    } else if (level === 3) {
      const step = shift(readOrdinal(text, 0), textFrom);
      if (!step) continue;
      const parent = parentOf(headings, index);
      const row = steps.get(parent) ?? { label: String, numbers: [] };
      steps.set(parent, row);
      // The dot stays as the author wrote it.
      row.numbers.push({ ...step, to: step.to - 1 });
    }
  }
  if (only === undefined) return [chapters, ...steps.values()];
  const level = headings[only]?.level;
  if (level === 2) return [chapters];
  const row = level === 3 ? steps.get(parentOf(headings, only)) : undefined;
  return row ? [row] : [];
}

/**
 * Counts the keycaps of the chapters and the numbers of the steps up from 1, in the whole guide or in the
 * row of one heading (index), as one step. `in-order` where they do already; `too-many` where a chapter
 * comes after 🔟, for which there is no keycap.
 */
export function renumberSections(
  state: EditorState,
  only?: number,
): TransactionSpec | 'in-order' | 'too-many' {
  const changes: { from: number; to: number; insert: string }[] = [];
  for (const { label, numbers } of rowsOf(headingsOf(state), only)) {
    for (const [index, { number, from, to }] of numbers.entries()) {
      if (number === index + 1) continue;
      const insert = label(index + 1);
      if (insert === undefined) return 'too-many';
      changes.push({ from, to, insert });
    }
  }
  if (changes.length === 0) return 'in-order';
  return {
    changes: changes.toSorted((one, other) => one.from - other.from),
    userEvent: 'input.renumber',
    annotations: isolateHistory.of('full'),
  };
}
