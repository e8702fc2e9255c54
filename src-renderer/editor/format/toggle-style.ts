import {
  ChangeSet,
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
} from '@codemirror/state';
import type { TextEdit } from '#core/document/text-edit';
import type { TextRange } from '#core/lint/emphasis-place';
import {
  bodyRange,
  type FormatCommand,
  type FormatRefusal,
  isVerbatim,
  treeTo,
} from './format-command.ts';
import { type InlineStyle, readStyles, styleBits } from './inline-styles.ts';
import { addStyle, isStyled, removeBareMarks, removeStyle, spanAround } from './style-edits.ts';
import { linesWithin, type WordBlock, wordBlocks, wordPlace } from './word-blocks.ts';
import { wordAround } from './word-around.ts';

const emptyMarks = { strong: '**', emphasis: '*', strike: '~~', code: '`' } as const;

// A paragraph of more characters is read line by line, or each of its lines would cost all of it.
const READ_WHOLE = 20_000;

/** A block with the stretches of it that one command is about. */
interface Job {
  readonly block: WordBlock;
  readonly parts: TextRange[];
}

/** What the carets and selections of one command ask for. */
interface Plan {
  readonly jobs: Map<number, Job>;
  /** Where each caret at no word gets an empty pair of marks; most often where it is. */
  readonly pairs: Map<number, number>;
  readonly edits: TextEdit[];
  refused: FormatRefusal | undefined;
}

function addPart(plan: Plan, block: WordBlock, part: TextRange): void {
  const job = plan.jobs.get(block.from) ?? { block, parts: [] };
  plan.jobs.set(block.from, job);
  const isKnown = job.parts.some(({ from, to }) => from === part.from && to === part.to);
  if (!isKnown) job.parts.push(part);
}

function planCaret(state: EditorState, style: InlineStyle, plan: Plan, caret: number): void {
  // A line of an empty pair alone is a rule or a fence for the parser.
  const empty = isEmptyPair(state, style, caret) ? bareMarksAt(state, style, caret) : undefined;
  if (empty) {
    plan.edits.push(...empty);
    return;
  }
  if (isVerbatim(treeTo(state, caret), caret)) {
    plan.refused ??= 'code';
    return;
  }
  const place = wordPlace(state, caret);
  if (!place) {
    plan.refused ??= 'nothing';
    return;
  }
  const { at, block } = place;
  if (!block) {
    const bare = bareMarksAt(state, style, at);
    if (bare) plan.edits.push(...bare);
    else plan.pairs.set(caret, at);
    return;
  }
  const text = state.sliceDoc(block.from, block.to);
  const styles = readStyles(text);
  const inner = at - block.from;
  const span = spanAround(text, style, inner);
  if (span) {
    const { from, to, markLength } = span;
    addPart(plan, block, {
      from: block.from + from + markLength,
      to: block.from + to - markLength,
    });
    return;
  }
  const bare = bareMarksAt(state, style, at);
  if (bare) {
    plan.edits.push(...bare);
  } else if (style !== 'code' && ((styles.bits[inner] ?? 0) & styleBits.code) !== 0) {
    plan.refused ??= 'code';
  } else {
    const word = wordAround(state, block, at);
    if (word) addPart(plan, block, word);
    else plan.pairs.set(caret, at);
  }
}

function isEmptyPair(state: EditorState, style: InlineStyle, at: number): boolean {
  return state.doc.lineAt(at).text.trim() === emptyMarks[style] + emptyMarks[style];
}

function bareMarksAt(
  state: EditorState,
  style: InlineStyle,
  at: number,
): readonly TextEdit[] | undefined {
  const line = state.doc.lineAt(at);
  const inLine = at - line.from;
  const styles = { ...readStyles(''), isMark: new Uint8Array() };
  return removeBareMarks(line.text, styles, style, { from: inLine, to: inLine })?.map((edit) =>
    moved(edit, line.from),
  );
}

function planRange(
  state: EditorState,
  style: InlineStyle,
  plan: Plan,
  range: SelectionRange,
): void {
  const body = bodyRange(state, range);
  if (!body) {
    plan.refused ??= 'details';
    return;
  }
  const { from, to } = body;
  if (from === to) {
    planCaret(state, style, plan, from);
    return;
  }
  let found = false;
  for (const block of wordBlocks(state, from, to)) {
    for (const part of linesWithin(state, block, from, to)) {
      addPart(plan, block.to - block.from > READ_WHOLE ? lineOf(state, block, part) : block, part);
      found = true;
    }
  }
  if (!found) plan.refused ??= isVerbatim(treeTo(state, to), from) ? 'code' : 'nothing';
}

/** The line of a block that a part of it stands on, read without the others. */
function lineOf(state: EditorState, block: WordBlock, { from, to }: TextRange): WordBlock {
  const line = state.doc.lineAt(from);
  return { from: Math.max(block.from, line.from), to: Math.min(block.to, Math.max(to, line.to)) };
}

function moved({ from, to, insert }: TextEdit, by: number): TextEdit {
  return { from: from + by, to: to + by, insert };
}

/** Leaves out stretches of signs alone, such as a line of brackets, where there are words to mark. */
function dropSigns(state: EditorState, { jobs }: Plan): void {
  const hasWords = ({ from, to }: TextRange): boolean =>
    /[^\s\p{P}\p{S}]/u.test(state.sliceDoc(from, to));
  const all = [...jobs.values()];
  if (!all.some(({ parts }) => parts.some(hasWords))) return;
  for (const { block, parts } of all)
    jobs.set(block.from, { block, parts: parts.filter(hasWords) });
}

/** Whether every stretch that the command is about has the style already, so that it is to be taken off. */
function isOnEverywhere(state: EditorState, style: InlineStyle, plan: Plan): boolean {
  const { jobs } = plan;
  if (jobs.size === 0) return false;
  for (const { block, parts } of jobs.values()) {
    const text = state.sliceDoc(block.from, block.to);
    const styles = readStyles(text);
    const isOn = parts.every(({ from, to }) => {
      const range = { from: from - block.from, to: to - block.from };
      const hasNothing = text.slice(range.from, range.to).trim() === '';
      return (
        hasNothing ||
        isStyled(text, style, range) ||
        removeBareMarks(text, styles, style, range) !== undefined
      );
    });
    if (!isOn) return false;
  }
  return true;
}

/** The changes of one block, stretch by stretch: each is read in the text that the ones before have left. */
function changesOf(
  state: EditorState,
  style: InlineStyle,
  { block, parts }: Job,
  takesOff: boolean,
): { readonly edits: readonly TextEdit[]; readonly refused: boolean } {
  let text = state.sliceDoc(block.from, block.to);
  let changes = ChangeSet.empty(text.length);
  let refused = false;
  for (const part of parts) {
    const wish = {
      from: changes.mapPos(part.from - block.from, 1),
      to: changes.mapPos(part.to - block.from, -1),
    };
    if (wish.to <= wish.from || text.slice(wish.from, wish.to).trim() === '') continue;
    const edits = takesOff ? takeOff(text, style, wish) : putOn(text, style, wish);
    if (!edits) {
      refused = true;
      continue;
    }
    const step = ChangeSet.of([...edits], text.length);
    changes = changes.compose(step);
    text = step.apply(state.toText(text)).toString();
  }
  const all: TextEdit[] = [];
  changes.iterChanges((from, to, _fromB, _toB, insert) => {
    all.push({ from: from + block.from, to: to + block.from, insert: insert.toString() });
  }, true);
  return { edits: all, refused };
}

function takeOff(text: string, style: InlineStyle, wish: TextRange): readonly TextEdit[] {
  const styles = readStyles(text);
  if (isStyled(text, style, wish)) return removeStyle(text, style, wish);
  return removeBareMarks(text, styles, style, wish) ?? [];
}

function putOn(text: string, style: InlineStyle, wish: TextRange): readonly TextEdit[] | undefined {
  if (isStyled(text, style, wish)) return [];
  return addStyle(text, style, wish);
}

/**
 * Puts marks around each selection, line by line, or takes them away where all of it has them. A caret
 * without a selection takes the marks around it away, marks the word it is in, or gets an empty pair.
 */
export function toggleStyle(style: InlineStyle): FormatCommand {
  return (state) => {
    const plan: Plan = { jobs: new Map(), pairs: new Map(), edits: [], refused: undefined };
    for (const range of state.selection.ranges) planRange(state, style, plan, range);
    if (style !== 'code') dropSigns(state, plan);
    const takesOff = isOnEverywhere(state, style, plan);
    const edits = [...plan.edits];
    for (const job of plan.jobs.values()) {
      const done = changesOf(state, style, job, takesOff);
      edits.push(...done.edits);
      if (done.refused) plan.refused ??= 'unclosed';
    }
    const mark = emptyMarks[style];
    const specs: ChangeSpec[] = edits.map((edit) => ({ ...edit }));
    for (const at of new Set(plan.pairs.values())) specs.push({ from: at, insert: mark + mark });
    const changes = state.changes(specs);
    if (changes.empty) return { refused: plan.refused ?? 'nothing' };
    const ranges = state.selection.ranges.map((range) => {
      const pair = range.empty ? plan.pairs.get(range.head) : undefined;
      if (pair !== undefined) return EditorSelection.cursor(changes.mapPos(pair, -1) + mark.length);
      if (range.empty) return EditorSelection.cursor(changes.mapPos(range.head, 1));
      const from = changes.mapPos(range.from, 1);
      const to = Math.max(from, changes.mapPos(range.to, -1));
      return range.anchor <= range.head
        ? EditorSelection.range(from, to)
        : EditorSelection.range(to, from);
    });
    const selection = EditorSelection.create(ranges, state.selection.mainIndex);
    return { spec: { changes, selection, userEvent: 'input.format', scrollIntoView: true } };
  };
}
