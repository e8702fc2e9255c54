import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  MapMode,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { type Diagnostic, severities, type Severity } from '#core/lint/diagnostic';
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

/** Findings as a check gave them, and how the text has changed since; moved only when somebody asks. */
class HeldFindings {
  private readonly checked: readonly Diagnostic[];
  private readonly since: ChangeDesc | undefined;
  private moved: readonly Diagnostic[] | undefined;

  constructor(checked: readonly Diagnostic[], since?: ChangeDesc) {
    this.checked = checked;
    this.since = since;
  }

  get present(): readonly Diagnostic[] {
    const { since } = this;
    this.moved ??= since
      ? this.checked.flatMap((finding) => mapDiagnostic(finding, since) ?? [])
      : this.checked;
    return this.moved;
  }

  after(changes: ChangeDesc): HeldFindings {
    if (this.checked.length === 0) return this;
    if (this.moved) return new HeldFindings(this.moved, changes);
    return new HeldFindings(this.checked, this.since?.composeDesc(changes) ?? changes);
  }
}

const none = new HeldFindings([]);

/** Holds the findings of a document; a key costs the same however many there are. */
const heldFindings = StateField.define<HeldFindings>({
  create: () => none,
  update(held, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) {
        return new HeldFindings(effect.value.toSorted((a, b) => a.from - b.from || a.to - b.to));
      }
    }
    return transaction.docChanged ? held.after(transaction.changes) : held;
  },
});

/** A place to which a finding draws the eye, and how badly. */
class FindingPlace extends RangeValue {
  readonly severity: Severity;
  // What is typed at its edges is not part of it.
  override startSide = 1;
  override endSide = -1;

  constructor(severity: Severity) {
    super();
    this.severity = severity;
  }

  override eq(other: RangeValue): boolean {
    return other instanceof FindingPlace && other.severity === this.severity;
  }
}

const placeOf = Object.fromEntries(
  severities.map((severity) => [severity, new FindingPlace(severity)]),
) as Record<Severity, FindingPlace>;

/** Where the findings stand; unlike them, it moves with the text at little cost. */
export const findingPlaces = StateField.define<RangeSet<FindingPlace>>({
  create: () => RangeSet.empty,
  update(places, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setFindings)) continue;
      const { length } = transaction.newDoc;
      return RangeSet.of(
        effect.value.flatMap(({ from, to, severity }) =>
          from <= to && to <= length ? [placeOf[severity].range(from, to)] : [],
        ),
        true,
      );
    }
    return transaction.docChanged ? places.map(transaction.changes) : places;
  },
});

/** Keeps findings in the state of a document. */
export const findingsFields: Extension = [heldFindings, findingPlaces];

/** The findings of a document in text order, where they stand in its text now; the same list until one changes. */
export function findingsOf(state: EditorState): readonly Diagnostic[] {
  return state.field(heldFindings).present;
}

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
  const findings = findingsOf(state);
  return (
    findings.find((finding) => originOf(finding) === origin) ??
    findings.find((finding) => saysTheSame(finding, shown))
  );
}

/** The findings whose range holds an offset, the heaviest first. */
export function findingsAt(state: EditorState, offset: number): Diagnostic[] {
  return findingsOf(state)
    .filter(({ from, to }) => from <= offset && offset <= to)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** The finding after (or before) an offset, going round at the end of the text. */
export function nextFinding(
  state: EditorState,
  offset: number,
  direction: 1 | -1,
): Diagnostic | undefined {
  const findings = findingsOf(state);
  if (direction === 1) return findings.find(({ from }) => from > offset) ?? findings[0];
  return findings.findLast(({ from }) => from < offset) ?? findings.at(-1);
}
