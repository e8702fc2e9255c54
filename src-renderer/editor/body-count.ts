import { type ChangeDesc, type EditorState, StateField, type Text } from '@codemirror/state';
import {
  addCounts,
  countGraphemes,
  countLine,
  emptyCount,
  type TextCount,
} from '#core/text/text-count';
import { headField } from './head-field.ts';

/** A body whose count may not be known yet: then it is that of an earlier one and what changed since. */
interface Body {
  readonly doc: Text;
  readonly from: number;
  count: TextCount | undefined;
  /** The last body that was counted, and the way from it; given up once this one is. */
  since: { readonly body: Body; readonly changes: ChangeDesc } | undefined;
}

function countLines(doc: Text, first: number, last: number): TextCount {
  let count = emptyCount;
  for (const line of doc.iterLines(first, last + 1)) count = addCounts(count, countLine(line));
  return count;
}

function countBody({ doc, from }: Body): TextCount {
  if (from >= doc.length) return emptyCount;
  return countLines(doc, doc.lineAt(from).number, doc.lines);
}

/** Whole lines that differ between two texts, by number; both inclusive. */
interface ChangedLines {
  readonly old: [first: number, last: number];
  readonly now: [first: number, last: number];
}

function changedLines(before: Text, after: Text, changes: ChangeDesc): ChangedLines[] {
  const found: ChangedLines[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const old: [number, number] = [before.lineAt(fromA).number, before.lineAt(toA).number];
    const now: [number, number] = [after.lineAt(fromB).number, after.lineAt(toB).number];
    const last = found.at(-1);
    if (last && (last.old[1] >= old[0] || last.now[1] >= now[0])) {
      last.old[1] = old[1];
      last.now[1] = now[1];
    } else found.push({ old, now });
  });
  return found;
}

/** The count of a body by what changed since another that was counted; `undefined` where the head moved into it. */
function countSince(body: Body, known: Body, changes: ChangeDesc): TextCount | undefined {
  const isSameHead = changes.mapPos(known.from, -1) === body.from;
  const hasBodies = known.from < known.doc.length && body.from < body.doc.length;
  if (!known.count || !isSameHead || !hasBodies) return undefined;
  const firstOld = known.doc.lineAt(known.from).number;
  const firstNow = body.doc.lineAt(body.from).number;
  let { count } = known;
  for (const { old, now } of changedLines(known.doc, body.doc, changes)) {
    if (old[1] < firstOld && now[1] < firstNow) continue;
    if (old[0] < firstOld || now[0] < firstNow) return undefined;
    count = addCounts(count, countLines(known.doc, ...old), -1);
    count = addCounts(count, countLines(body.doc, ...now));
  }
  return count;
}

function countOf(body: Body): TextCount {
  if (body.count) return body.count;
  const { since } = body;
  body.count = (since && countSince(body, since.body, since.changes)) ?? countBody(body);
  body.since = undefined;
  return body.count;
}

/** The body to be counted when somebody asks: a key only notes its change, which costs it next to nothing. */
export const bodyCountField = StateField.define<Body>({
  create: (state) => ({
    doc: state.doc,
    from: state.field(headField).bodyFrom,
    count: undefined,
    since: undefined,
  }),
  update(body, transaction) {
    if (!transaction.docChanged) return body;
    const changes = transaction.changes.desc;
    const since = body.count
      ? { body, changes }
      : body.since && { body: body.since.body, changes: body.since.changes.composeDesc(changes) };
    const from = transaction.state.field(headField).bodyFrom;
    return { doc: transaction.newDoc, from, count: undefined, since };
  },
});

/** How long the body of a guide is; a change since the last time counts its own lines only. */
export function countBodyOf(state: EditorState): TextCount {
  return countOf(state.field(bodyCountField));
}

/** Graphemes that are selected, in all selections together; line breaks do not count. */
export function selectedCharacters({ doc, selection }: EditorState): number {
  let count = 0;
  for (const { from, to } of selection.ranges) {
    for (const piece of doc.iterRange(from, to)) if (piece !== '\n') count += countGraphemes(piece);
  }
  return count;
}
