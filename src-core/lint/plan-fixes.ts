import { applyEdits, type TextEdit } from '../document/text-edit.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The edits that fix findings of a text at once, each by its first fix; of two that touch, the first is taken. */
function pickEdits(text: string, findings: readonly Diagnostic[]): readonly TextEdit[] {
  const picked: TextEdit[] = [];
  let end = -1;
  for (const { fixes } of findings.toSorted((a, b) => a.from - b.from)) {
    const fix = fixes?.[0];
    if (!fix || fix.review || fix.edits.length === 0) continue;
    const edits = fix.edits.toSorted((a, b) => a.from - b.from);
    const from = Math.min(...edits.map((edit) => edit.from));
    const to = Math.max(...edits.map((edit) => edit.to));
    if (from <= end || to > text.length) continue;
    picked.push(...edits);
    end = to;
  }
  return picked;
}

/** Most rounds of fixing: a fix may bring another finding to light, but never for long. */
const maxRounds = 10;

/** A text with every finding fixed that can be without being looked at: fix, check again, and so on. */
export function fixAll(text: string, check: (text: string) => readonly Diagnostic[]): string {
  let fixed = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const edits = pickEdits(fixed, check(fixed));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/** Whether a finding has a fix that can be applied without being looked at. */
export function isFixable({ fixes }: Diagnostic): boolean {
  return fixes?.[0] !== undefined && !fixes[0].review && fixes[0].edits.length > 0;
}
