import type { Node } from 'jsonc-parser';
import { type DetailsEdit, sharedEnds } from './details-edit.ts';
import { type DetailsData, isSameJson } from './json-data.ts';
import {
  insertChild,
  type JsonSource,
  locate,
  moveChild,
  removeChild,
  replaceValue,
} from './json-changes.ts';
import { readJsonStyle } from './json-style.ts';
import { toIndex } from './pointer.ts';
import type { TextEdit } from './text-edit.ts';

/** One change of the syntax tree at a time; `segments` lead to the value or the container concerned. */
export type Step =
  | { readonly kind: 'replace'; readonly segments: readonly string[]; readonly value: unknown }
  | {
      readonly kind: 'insert';
      readonly segments: readonly string[];
      /** Absent for a property: it goes to its place in the order given. */
      readonly index?: number;
      readonly name?: string;
      readonly value: unknown;
    }
  | { readonly kind: 'remove'; readonly segments: readonly string[]; readonly key: string }
  | {
      readonly kind: 'move';
      readonly segments: readonly string[];
      readonly from: number;
      readonly to: number;
    };

/** Beyond this many steps a list or object is written anew in one. */
const maxSteps = 200;

const isObject = (value: unknown): value is DetailsData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function stepsForList(
  segments: readonly string[],
  before: readonly unknown[],
  after: readonly unknown[],
): Step[] {
  const { head, tail } = sharedEnds(before, after);
  const gone = before.length - head - tail;
  const come = after.length - head - tail;
  const steps: Step[] = [];
  for (let i = head; i < head + Math.min(gone, come); i += 1) {
    steps.push(...stepsForValue([...segments, String(i)], before[i], after[i]));
  }
  for (let i = head + gone - 1; i >= head + come; i -= 1) {
    steps.push({ kind: 'remove', segments, key: String(i) });
  }
  for (let index = head + gone; index < head + come; index += 1) {
    steps.push({ kind: 'insert', segments, index, value: after[index] });
  }
  return steps;
}

function stepsForObject(
  segments: readonly string[],
  before: DetailsData,
  after: DetailsData,
): Step[] {
  const steps: Step[] = [];
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) steps.push({ kind: 'remove', segments, key });
  }
  for (const [name, value] of Object.entries(after)) {
    if (Object.hasOwn(before, name)) {
      steps.push(...stepsForValue([...segments, name], before[name], value));
    } else steps.push({ kind: 'insert', segments, name, value });
  }
  return steps;
}

/** The smallest changes that turn one value into another; none where they are the same JSON. */
function stepsForValue(segments: readonly string[], before: unknown, after: unknown): Step[] {
  if (isSameJson(before, after)) return [];
  const replace: Step = { kind: 'replace', segments, value: after };
  let steps: Step[] = [replace];
  if (Array.isArray(before) && Array.isArray(after)) steps = stepsForList(segments, before, after);
  else if (isObject(before) && isObject(after)) steps = stepsForObject(segments, before, after);
  return steps.length > maxSteps ? [replace] : steps;
}

/** Where among an object's properties a new one goes: after the nearest one before it in `order`, else before one after it, else last. */
function placeInOrder(object: Node, name: string, order: readonly string[]): number {
  const names = (object.children ?? []).map((property) => property.children?.[0]?.value as unknown);
  const wanted = order.indexOf(name);
  if (wanted === -1) return names.length;
  for (let rank = wanted - 1; rank >= 0; rank -= 1) {
    const index = names.lastIndexOf(order[rank]);
    if (index !== -1) return index + 1;
  }
  for (let rank = wanted + 1; rank < order.length; rank += 1) {
    const index = names.indexOf(order[rank]);
    if (index !== -1) return index;
  }
  return names.length;
}

/** A step as an edit of the text, and what a check needs to know of it. */
export interface PlannedStep {
  readonly edit: TextEdit;
  /** Child indexes from the root to the value or container that changes. */
  readonly path: readonly number[];
  /** Indexes of the container's children after the step, as before it; `undefined` marks a new one. Absent for a replaced value. */
  readonly children?: readonly (number | undefined)[];
}

/** Turns a step into a text edit; `undefined` where its place does not exist. */
export function planStep(
  source: JsonSource,
  step: Step,
  order: readonly string[],
): PlannedStep | undefined {
  const place = locate(source, step.segments);
  if (!place) return undefined;
  const { node, path } = place;
  const style = readJsonStyle(source.text, source.root);
  const children: (number | undefined)[] = (node.children ?? []).map((_, index) => index);
  switch (step.kind) {
    case 'replace':
      return { edit: replaceValue(source, place, step.value, style), path };
    case 'insert': {
      const { name } = step;
      const ranks = step.segments.length === 0 ? order : [];
      const index = step.index ?? placeInOrder(node, name ?? '', ranks);
      if (index > children.length || node.children === undefined) return undefined;
      const edit = insertChild(source, place, index, step, style);
      return { edit, path, children: children.toSpliced(index, 0, undefined) };
    }
    case 'remove': {
      const inner = locate(source, [...step.segments, step.key]);
      const index = inner?.path.at(-1);
      const edit = index === undefined ? undefined : removeChild(node, index);
      if (index === undefined || !edit) return undefined;
      return { edit, path, children: children.toSpliced(index, 1) };
    }
    case 'move': {
      const edit = moveChild(source.text, node, step.from, step.to);
      if (!edit) return undefined;
      return {
        edit,
        path,
        children: children.toSpliced(step.from, 1).toSpliced(step.to, 0, step.from),
      };
    }
  }
}

/** The steps of an edit, or why it makes no sense for these values. */
export function stepsForEdit(
  edit: DetailsEdit,
  segments: readonly string[],
  current: { readonly value: unknown; readonly parent: unknown; readonly copies: number },
): readonly Step[] | 'missing' | 'not-list' | 'index' {
  const parents = segments.slice(0, -1);
  const key = segments.at(-1) ?? '';
  switch (edit.kind) {
    case 'set':
      if (current.value !== undefined) return stepsForValue(segments, current.value, edit.value);
      if (Array.isArray(current.parent)) {
        const { length } = current.parent;
        if (key !== '-' && toIndex(key) !== length) return 'missing';
        return [{ kind: 'insert', segments: parents, index: length, value: edit.value }];
      }
      if (!isObject(current.parent)) return 'missing';
      return [{ kind: 'insert', segments: parents, name: key, value: edit.value }];
    case 'unset':
      if (current.value === undefined) return [];
      return Array.from({ length: current.copies }, () => ({
        kind: 'remove',
        segments: parents,
        key,
      }));
    case 'insert-item':
    case 'remove-item':
    case 'move-item': {
      const list = current.value;
      if (list === undefined) return 'missing';
      if (!Array.isArray(list)) return 'not-list';
      const within = (index: number, length: number): boolean =>
        Number.isInteger(index) && index >= 0 && index < length;
      if (edit.kind === 'insert-item') {
        if (!within(edit.index, list.length + 1)) return 'index';
        return [{ kind: 'insert', segments, index: edit.index, value: edit.value }];
      }
      if (edit.kind === 'remove-item') {
        if (!within(edit.index, list.length)) return 'index';
        return [{ kind: 'remove', segments, key: String(edit.index) }];
      }
      if (!within(edit.from, list.length) || !within(edit.to, list.length)) return 'index';
      if (edit.from === edit.to) return [];
      return [{ kind: 'move', segments, from: edit.from, to: edit.to }];
    }
  }
}
