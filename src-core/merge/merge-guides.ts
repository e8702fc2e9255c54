import { type DetailsEdit, editDetails } from '../document/edit-details.ts';
import { type ParsedGuide, parseGuide } from '../document/parse-guide.ts';
import { rangeOf } from '../document/pointer.ts';
import { applyEdits } from '../document/text-edit.ts';
import type { Localized } from '../messages/messages.ts';
import { fieldAt, fieldName } from '../schema/field-at.ts';
import type { FieldModel } from '../schema/field-model.ts';
import { orderAt } from '../schema/field-order.ts';
import {
  type ComposedText,
  composeBlocks,
  mergeBlocks,
  type MergedBlocks,
  type Three,
} from './merge-blocks.ts';
import { compareObjects } from './merge-fields.ts';
import { choiceOf, type MergeChoice, type MergeChoices, type MergePlace } from './merge-place.ts';
import { splitBlocks, splitLineBlocks } from './split-blocks.ts';

/** Guide details merged field by field. */
interface MergedFields {
  readonly kind: 'fields';
  readonly places: readonly FieldPlace[];
  /** The details that the chosen values are put into, and whose they are. */
  readonly head: string;
  readonly side: 'mine' | 'theirs';
}

type FieldPlace = MergePlace & { readonly where: { readonly kind: 'field' } };

/** A guide that two sides have changed, merged as far as that goes without the author. */
export interface MergedGuide {
  /** What at least one side has changed, in the order of the guide. */
  readonly places: readonly MergePlace[];
  readonly details: MergedFields | MergedBlocks;
  readonly body: MergedBlocks;
  readonly fields: readonly FieldModel[];
}

/** The three versions of a guide, with LF: what both sides began with, what is in the window, the file. */
export interface MergeInput extends Three<string> {
  readonly fields: readonly FieldModel[];
}

const each = <T, U>({ base, mine, theirs }: Three<T>, change: (one: T) => U): Three<U> => ({
  base: change(base),
  mine: change(mine),
  theirs: change(theirs),
});

const all = <T>({ base, mine, theirs }: Three<T>): readonly T[] => [base, mine, theirs];

/** Details that can be changed value by value, each name once; findings of other kinds do not matter. */
function isPlain({ editable, diagnostics }: ParsedGuide): boolean {
  const doubtful = new Set(['json-duplicate-key', 'json-hostile-key']);
  return editable && !diagnostics.some(({ code }) => doubtful.has(code));
}

/** The JSON that a place gets; `undefined` takes the field out. */
function valueOf(place: MergePlace, choice: MergeChoice): string | undefined {
  if (typeof choice === 'object') return JSON.stringify(choice.own);
  return choice === 'both' ? (place.both ?? place.mine) : place[choice];
}

/** The details with the chosen values; `undefined` where one of them cannot be put in. */
function composeFields(
  { places, head, side }: MergedFields,
  choices: MergeChoices,
  fields: readonly FieldModel[],
): string | undefined {
  let text = head;
  const order = orderAt(fields);
  for (const place of places) {
    const choice = choiceOf(place, choices);
    if (choice === side) continue;
    const { pointer } = place.where;
    const json = valueOf(place, choice);
    const edit: DetailsEdit =
      json === undefined ? { kind: 'unset', pointer } : { kind: 'set-json', pointer, json };
    const result = editDetails(text, edit, { orderAt: order });
    if (!result.ok) return undefined;
    text = applyEdits(text, result.edits);
  }
  return text;
}

/** A field at the top by its name alone, one within another with the way there. */
function labelOf(fields: readonly FieldModel[], pointer: string, data: unknown): Localized {
  const { field, steps } = fieldAt(fields, pointer, data);
  const [step] = steps;
  if (steps.length === 1 && field) return field.label;
  return steps.length === 1 && step?.kind === 'name'
    ? step.label
    : fieldName(fields, pointer, data);
}

/** Merges the details field by field; `undefined` where they cannot be read or written so. */
function mergeFields(
  guides: Three<ParsedGuide>,
  heads: Three<string>,
  fields: readonly FieldModel[],
): MergedFields | undefined {
  if (!all(guides).every(isPlain)) return undefined;
  const { base, mine, theirs } = each(guides, ({ text, root }) => root && { text, node: root });
  if (!base || !mine || !theirs) return undefined;
  const { data } = guides.mine;
  const places = compareObjects({ base, mine, theirs }, '', { fields, data }).map(
    ({ pointer, ...difference }, id): FieldPlace => {
      const known = { ...guides.theirs.data, ...data };
      return {
        ...difference,
        id,
        where: { kind: 'field', pointer, label: labelOf(fields, pointer, known) },
      };
    },
  );
  // Where only theirs has changed, all of it is theirs, the layout too; else every byte not asked for is mine.
  const side = heads.mine === heads.base ? 'theirs' : 'mine';
  const merged: MergedFields = { kind: 'fields', places, head: heads[side], side };
  const every = (choice: MergeChoice): MergeChoices =>
    new Map(
      places.map((place) => [
        place.id,
        place.both === undefined && choice === 'both' ? 'mine' : choice,
      ]),
    );
  const isWritable = (['mine', 'theirs', 'both'] as const).every(
    (choice) => composeFields(merged, every(choice), fields) !== undefined,
  );
  return isWritable ? merged : undefined;
}

/**
 * Merges what two sides have made of one guide: the details field by field, the body paragraph by
 * paragraph. Whatever only one side has changed is taken; the rest is left to the author.
 */
export function mergeGuides({ fields, ...texts }: MergeInput): MergedGuide {
  const guides = each(texts, parseGuide);
  const [first, ...others] = all(guides);
  const isAlike = others.every(
    ({ parts }) => parts.kind === first?.parts.kind && parts.closed === first.parts.closed,
  );
  // Where not even the fences are the same, no part of one text is known to be that of another.
  const heads = each(guides, ({ text, parts }) =>
    text.slice(0, isAlike ? parts.bodyFrom : text.length),
  );
  const bodies = each(guides, ({ text, parts }) => (isAlike ? text.slice(parts.bodyFrom) : ''));
  const details =
    mergeFields(guides, heads, fields) ??
    mergeBlocks(each(heads, splitLineBlocks), { kind: 'lines', firstLine: 1, firstId: 0 });
  const body = mergeBlocks(each(bodies, splitBlocks), {
    kind: 'body',
    firstLine: heads.mine.split('\n').length,
    firstId: details.places.length,
  });
  return { places: [...details.places, ...body.places], details, body, fields };
}

/** The merged guide as the author has chosen, and where its places stand in it; mine where nothing is chosen. */
export function composeMerge(merged: MergedGuide, choices: MergeChoices): ComposedText {
  const { details, body, fields } = merged;
  const composed = composeBlocks(body, choices);
  const ranges = new Map<number, { from: number; to: number }>();
  let head: string;
  if ('pieces' in details) {
    const lines = composeBlocks(details, choices);
    head = lines.text;
    for (const [id, range] of lines.ranges) ranges.set(id, range);
  } else {
    head = composeFields(details, choices, fields) ?? details.head;
    const guide = parseGuide(head);
    for (const { id, where } of details.places) {
      const range = rangeOf(guide, where.pointer);
      if (range) ranges.set(id, range);
    }
  }
  for (const [id, { from, to }] of composed.ranges) {
    ranges.set(id, { from: from + head.length, to: to + head.length });
  }
  return { text: head + composed.text, ranges };
}

/** The places that the author has to decide. */
export function conflictsOf({ places }: MergedGuide): readonly MergePlace[] {
  return places.filter(({ taken }) => taken === undefined);
}
