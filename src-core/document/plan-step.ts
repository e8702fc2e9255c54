import type { Node } from 'jsonc-parser';
import type { Step } from './edit-steps.ts';
import {
  insertChild,
  type JsonSource,
  locate,
  moveChild,
  removeChild,
  replaceValue,
} from './json-changes.ts';
import { joinPointer } from './pointer.ts';
import type { TextEdit } from './text-edit.ts';

/** The names of the object at a pointer in the schema's order; see schema/field-order. */
export type OrderAt = (pointer: string) => readonly string[];

/** A step as an edit of the text, and what a check needs to know of it. */
export interface PlannedStep {
  readonly edit: TextEdit;
  /** Child indexes from the root to the value or container that changes. */
  readonly path: readonly number[];
  /** Indexes of the container's children after the step, as before it; `undefined` marks a new one. Absent for a replaced value. */
  readonly children?: readonly (number | undefined)[];
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

/** Turns a step into a text edit; `undefined` where its place does not exist. */
export function planStep(
  source: JsonSource,
  step: Step,
  orderAt: OrderAt,
): PlannedStep | undefined {
  const place = locate(source, step.segments);
  if (!place) return undefined;
  const { node, path } = place;
  const children: (number | undefined)[] = (node.children ?? []).map((_, index) => index);
  switch (step.kind) {
    case 'replace':
      return { edit: replaceValue(source, place, step.value), path };
    case 'insert': {
      const pointer = step.segments.reduce<string>((at, segment) => joinPointer(at, segment), '');
      const index = step.index ?? placeInOrder(node, step.field?.name ?? '', orderAt(pointer));
      if (index > children.length || node.children === undefined) return undefined;
      const { value, field } = step;
      const child = { value, ...(field ? { rawName: field.rawName } : {}) };
      const edit = insertChild(source, place, index, child);
      return { edit, path, children: children.toSpliced(index, 0, undefined) };
    }
    case 'copy': {
      const item = node.children?.[step.index];
      if (!item) return undefined;
      const child = { value: { text: source.text, node: item }, asWritten: true };
      const edit = insertChild(source, place, step.index + 1, child);
      return { edit, path, children: children.toSpliced(step.index + 1, 0, step.index) };
    }
    case 'remove': {
      const index = locate(source, [...step.segments, step.key])?.path.at(-1);
      const edit = index === undefined ? undefined : removeChild(node, index);
      if (index === undefined || !edit) return undefined;
      return { edit, path, children: children.toSpliced(index, 1) };
    }
    case 'move': {
      const edit = moveChild(source.text, node, step.from, step.to);
      if (!edit) return undefined;
      const moved = children.toSpliced(step.from, 1).toSpliced(step.to, 0, step.from);
      return { edit, path, children: moved };
    }
  }
}
