import type { TextEdit } from '#core/document/text-edit';
import type { Diagnostic } from '#core/lint/diagnostic';

/** One change that fixing all would make, with its line before and after. */
export interface PlannedFix {
  readonly finding: Diagnostic;
  readonly edits: readonly TextEdit[];
  /** Line (from 1) on which the change begins. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (edits: readonly TextEdit[]): Span => ({
  from: Math.min(...edits.map((edit) => edit.from)),
  to: Math.max(...edits.map((edit) => edit.to)),
});

function linesAround(text: string, { from, to }: Span): Span {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end === -1 ? text.length : end };
}

function changed(text: string, lines: Span, edits: readonly TextEdit[]): string {
  let result = '';
  let position = lines.from;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(position, edit.from) + edit.insert;
    position = edit.to;
  }
  return result + text.slice(position, lines.to);
}

/**
 * The changes that fixing the findings would make, each by its first fix, in the order of the text.
 * Of fixes that touch the same place only the first is taken: the rest show up again afterwards.
 */
export function planFixes(text: string, findings: readonly Diagnostic[]): readonly PlannedFix[] {
  const plan: PlannedFix[] = [];
  const taken: Span[] = [];
  for (const finding of findings.toSorted((a, b) => a.from - b.from)) {
    const edits = finding.fixes?.[0]?.edits ?? [];
    if (edits.length === 0) continue;
    const span = spanOf(edits);
    const clashes = taken.some((other) => span.from <= other.to && other.from <= span.to);
    if (clashes || span.to > text.length) continue;
    taken.push(span);
    const lines = linesAround(text, span);
    plan.push({
      finding,
      edits,
      line: text.slice(0, lines.from).split('\n').length,
      before: text.slice(lines.from, lines.to),
      after: changed(text, lines, edits),
    });
  }
  return plan;
}
