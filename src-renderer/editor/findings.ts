import {
  type ChangeDesc,
  type EditorState,
  MapMode,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { type Diagnostic, severities } from '#core/lint/diagnostic';
import type { TextEdit } from '#core/document/text-edit';

/** Replaces the findings of a document; offsets are those of the text as it is now. */
export const setFindings = StateEffect.define<readonly Diagnostic[]>();

// A finding that has moved with the text is another object; this leads back to the one first shown.
const origins = new WeakMap<Diagnostic, Diagnostic>();

function originOf(finding: Diagnostic): Diagnostic {
  return origins.get(finding) ?? finding;
}

/** Edits where the text has moved to; `undefined` where the text that one of them replaces has changed. */
export function mapEdits(
  edits: readonly TextEdit[],
  changes: ChangeDesc,
): readonly TextEdit[] | undefined {
  const mapped: TextEdit[] = [];
  for (const edit of edits) {
    if (changes.touchesRange(edit.from, edit.to)) return undefined;
    mapped.push({
      from: changes.mapPos(edit.from, 1),
      to: changes.mapPos(edit.to, -1),
      insert: edit.insert,
    });
  }
  return mapped;
}

/** A finding where the text has moved to; `undefined` when its place was deleted. */
export function mapDiagnostic(diagnostic: Diagnostic, changes: ChangeDesc): Diagnostic | undefined {
  const from = changes.mapPos(diagnostic.from, 1, MapMode.Simple);
  const to = changes.mapPos(diagnostic.to, -1, MapMode.Simple);
  if (from === null || to === null) return undefined;
  if (diagnostic.to > diagnostic.from && to <= from) return undefined;
  const fixes = diagnostic.fixes?.flatMap((fix) => {
    const edits = mapEdits(fix.edits, changes);
    return edits ? [{ ...fix, edits }] : [];
  });
  const { fixes: _, ...rest } = diagnostic;
  const moved = { ...rest, from, to: Math.max(from, to), ...(fixes ? { fixes } : {}) };
  origins.set(moved, originOf(diagnostic));
  return moved;
}

/** The findings of a document in text order; they move with the text until the next check. */
export const findingsField = StateField.define<readonly Diagnostic[]>({
  create: () => [],
  update(findings, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) {
        return [...effect.value].sort((a, b) => a.from - b.from || a.to - b.to);
      }
    }
    if (!transaction.docChanged || findings.length === 0) return findings;
    return findings.flatMap((finding) => mapDiagnostic(finding, transaction.changes) ?? []);
  },
});

function saysTheSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.from === b.from &&
    a.pointer === b.pointer &&
    a.message.ja === b.message.ja
  );
}

/**
 * A finding where it stands now, given as it stood when it was shown; `undefined` where its text is
 * gone or a newer check says something else. Lists are a moment behind the check: where it has found
 * the same again at the same place, a click on the old one is not lost.
 */
export function presentFinding(state: EditorState, shown: Diagnostic): Diagnostic | undefined {
  const origin = originOf(shown);
  const findings = state.field(findingsField);
  return (
    findings.find((finding) => originOf(finding) === origin) ??
    findings.find((finding) => saysTheSame(finding, shown))
  );
}

/** The findings whose range holds an offset, the heaviest first. */
export function findingsAt(state: EditorState, offset: number): Diagnostic[] {
  return state
    .field(findingsField)
    .filter(({ from, to }) => from <= offset && offset <= to)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** The finding after (or before) an offset, going round at the end of the text. */
export function nextFinding(
  state: EditorState,
  offset: number,
  direction: 1 | -1,
): Diagnostic | undefined {
  const findings = state.field(findingsField);
  if (direction === 1) return findings.find(({ from }) => from > offset) ?? findings[0];
  return findings.findLast(({ from }) => from < offset) ?? findings.at(-1);
}
