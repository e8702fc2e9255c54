import { splitGuide } from '#core/document/guide-parts';
import { composeMerge, conflictsOf, type MergedGuide } from '#core/merge/merge-guides';
import {
  choiceOf,
  type MergeChoice,
  type MergeChoices,
  type MergePlace,
} from '#core/merge/merge-place';
import { compareWords, type Word } from '#core/text/compare-words';

/** One side of a place as it is shown; `none` where that side has nothing there. */
export type SideView =
  { readonly shape: 'none' } | { readonly shape: 'text' | 'list'; readonly words: readonly Word[] };

/** A value of a field as people read it: texts without quotes, lists of texts as items, JSON otherwise. */
function readValue(json: string): string | readonly string[] {
  const value: unknown = JSON.parse(json);
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return JSON.stringify(value, null, 2);
}

function read(place: MergePlace, text: string | undefined): string | readonly string[] | undefined {
  return text === undefined || place.where.kind !== 'field' ? text : readValue(text);
}

const isList = (value: string | readonly string[] | undefined): value is readonly string[] =>
  Array.isArray(value);

/** What a text says, with what is new against the base marked; what was taken out where nothing is new. */
function markWords(base: string | undefined, text: string): readonly Word[] {
  if (base === undefined) return [{ text, changed: true }];
  return compareWords(base, text).after;
}

/** A side of a place; what it has changed is marked. */
export function sideView(place: MergePlace, side: 'base' | 'mine' | 'theirs' | 'both'): SideView {
  const value = read(place, place[side]);
  const base = read(place, place.base);
  if (value === undefined) return { shape: 'none' };
  if (isList(value)) {
    const known = new Set(isList(base) ? base : []);
    return {
      shape: 'list',
      words: value.map((text) => ({ text, changed: side !== 'base' && !known.has(text) })),
    };
  }
  if (side === 'base') return { shape: 'text', words: [{ text: value, changed: false }] };
  const before = isList(base) ? undefined : base;
  return { shape: 'text', words: markWords(before, value) };
}

// So much of a text stands before its first change where only one line is shown.
const leadLength = 10;

/** A text on one line, cut so that its first change is seen. */
export function excerpt(words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words.map(({ text, changed }) => ({
    text: text.replaceAll(/\s*\n\s*/g, ' '),
    changed,
  }));
  if (!first) return [];
  if (first.changed || first.text.length <= leadLength + 2 || rest.length === 0) {
    return [first, ...rest];
  }
  return [{ text: `…${first.text.slice(-leadLength)}`, changed: false }, ...rest];
}

/** The text that an author starts from when writing a place anew; `undefined` where that cannot be done. */
export function ownStart(place: MergePlace): string | undefined {
  if (place.where.kind !== 'field') return place.mine ?? place.theirs ?? '';
  const values = [read(place, place.mine), read(place, place.theirs)];
  const isText = [place.mine, place.theirs].every(
    (json) => json === undefined || json.startsWith('"'),
  );
  const first = values.find((value) => typeof value === 'string');
  return isText && typeof first === 'string' ? first : undefined;
}

/** Whether a choice can be made in a place. */
export function canChoose(place: MergePlace, choice: 'mine' | 'theirs' | 'both'): boolean {
  return choice !== 'both' || place.both !== undefined;
}

/** The same choice in every conflict, those made already included. */
export function chooseAll(merged: MergedGuide, choices: MergeChoices, choice: MergeChoice) {
  return new Map([...choices, ...conflictsOf(merged).map(({ id }) => [id, choice] as const)]);
}

/** The conflict that comes after (`by` 1) or before (-1) another; the nearest end where there is none. */
export function neighbour(
  conflicts: readonly MergePlace[],
  id: number | undefined,
  by: 1 | -1,
): number | undefined {
  const at = conflicts.findIndex((place) => place.id === id);
  const next = at === -1 ? 0 : Math.min(conflicts.length - 1, Math.max(0, at + by));
  return conflicts[next]?.id;
}

/** The first conflict without a choice, from another on and around; `undefined` where all are decided. */
export function nextUndecided(
  conflicts: readonly MergePlace[],
  choices: MergeChoices,
  id: number | undefined,
): number | undefined {
  const at = conflicts.findIndex((place) => place.id === id);
  const order = [...conflicts.slice(at + 1), ...conflicts.slice(0, at + 1)];
  return order.find((place) => !choices.has(place.id))?.id;
}

/** Whose text stands in a part of the result; `pending` is still to be chosen, `context` is nobody's change. */
export type ResultSide = 'mine' | 'theirs' | 'both' | 'own' | 'pending' | 'context';

/** A part of the merged text as the result shows it. */
export interface ResultPart {
  readonly side: ResultSide;
  readonly text: string;
  readonly place?: MergePlace;
}

/** The merged guide as it would be saved. */
export interface MergeResult {
  /** All of it, with LF. */
  readonly text: string;
  /** Fields that at least one side has changed. */
  readonly fields: readonly ResultPart[];
  /** The rest in order; of what nobody has changed only what is next to a change. */
  readonly body: readonly ResultPart[];
}

// Lines of unchanged text shown before and after a change.
const around = 2;

/** What is next to changes in a text that nobody has changed; blank lines say nothing here. */
function nearLines(text: string, isFirst: boolean, isLast: boolean): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const before = isFirst ? [] : lines.slice(0, around);
  const after = isLast ? [] : lines.slice(-around);
  if (lines.length <= before.length + after.length) return lines.join('\n');
  return [...before, '…', ...after].join('\n');
}

function sideOf(place: MergePlace, choices: MergeChoices): ResultSide {
  if (place.taken === undefined && !choices.has(place.id)) return 'pending';
  const choice = choiceOf(place, choices);
  return typeof choice === 'object' ? 'own' : choice;
}

/** The merged guide as the author has chosen so far. */
export function resultOf(merged: MergedGuide, choices: MergeChoices): MergeResult {
  const { text, ranges } = composeMerge(merged, choices);
  const fields: ResultPart[] = [];
  const body: ResultPart[] = [];
  const rest: { readonly place: MergePlace; readonly from: number; readonly to: number }[] = [];
  for (const place of merged.places) {
    const range = ranges.get(place.id);
    if (place.where.kind !== 'field') {
      if (range) rest.push({ place, ...range });
      continue;
    }
    const value = range && readValue(text.slice(range.from, range.to));
    const words = isList(value) ? value.join('、') : (value ?? '');
    fields.push({ side: sideOf(place, choices), text: words, place });
  }
  rest.sort((a, b) => a.from - b.from);
  let at = 'pieces' in merged.details ? 0 : undefined;
  for (const [index, { place, from, to }] of rest.entries()) {
    const between = nearLines(text.slice(at ?? bodyStart(text, from), from), index === 0, false);
    if (between !== '') body.push({ side: 'context', text: between });
    body.push({ side: sideOf(place, choices), text: text.slice(from, to), place });
    at = to;
  }
  if (at !== undefined && rest.length > 0) {
    const after = nearLines(text.slice(at), false, true);
    if (after !== '') body.push({ side: 'context', text: after });
  }
  return { text, fields, body };
}

/** Where the body begins; nothing of the details is shown as text. */
function bodyStart(text: string, before: number): number {
  const { bodyFrom } = splitGuide(text).closed ? splitGuide(text) : { bodyFrom: 0 };
  return Math.min(bodyFrom, before);
}
