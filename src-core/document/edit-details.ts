import { documentMessages } from '../messages/document.ts';
import { type Localized, localize } from '../messages/messages.ts';
import { type DetailsEdit, isWritable } from './details-edit.ts';
import { expectedData, othersUntouched } from './edit-check.ts';
import { planStep, stepsForEdit } from './edit-steps.ts';
import { isSameJson } from './json-data.ts';
import type { JsonSource } from './json-changes.ts';
import { hostileKeys } from './json-limits.ts';
import { type ParsedGuide, parseGuide } from './parse-guide.ts';
import { nodeAt, parsePointer, splitPointer, valueAt } from './pointer.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

export type { DetailsEdit } from './details-edit.ts';

/** The text edits of a change (none where nothing changes), or why it was refused. */
export type DetailsEditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: Localized };

/** How new fields are placed. */
export interface DetailsEditOptions {
  /** Names of the schema's properties in its order; a new field goes where it belongs among those present. */
  readonly order?: readonly string[];
}

const isHighSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
};

/** The one smallest replacement that turns a text into another, never through a surrogate pair. */
export function smallestEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (head > 0 && isHighSurrogate(before, head - 1)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail -= 1;
  return [{ from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }];
}

function refuse(
  key:
    | 'editBroken'
    | 'editNotJson'
    | 'editNone'
    | 'editMissing'
    | 'editNotList'
    | 'editIndex'
    | 'editRoot'
    | 'editName'
    | 'editValue'
    | 'editUnsafe',
  values: Readonly<Record<string, string>> = {},
): DetailsEditResult {
  return { ok: false, reason: localize(documentMessages, key, values) };
}

function toSource(guide: ParsedGuide): JsonSource | undefined {
  return guide.root && guide.editable ? { text: guide.text, root: guide.root } : undefined;
}

/**
 * Changes one value of the guide details and nothing else: style, order and every other value stay
 * as written. The result is parsed again and compared before it is given out; whatever cannot be
 * done so is refused with a reason. `text` may be a whole guide or its head; line ends may be any.
 */
export function editDetails(
  text: string,
  edit: DetailsEdit,
  { order = [] }: DetailsEditOptions = {},
): DetailsEditResult {
  const guide = parseGuide(text);
  const { kind, bodyFrom } = guide.parts;
  if (kind === 'none') return refuse('editNone');
  if (kind !== 'json') return refuse('editNotJson');
  const source = toSource(guide);
  if (!source) return refuse('editBroken');
  const { pointer } = edit;
  const segments = parsePointer(pointer);
  if (!segments) return refuse('editMissing', { pointer });
  const split = splitPointer(pointer);
  if (!split) return refuse('editRoot');
  const hostile = segments.find((segment) => hostileKeys.has(segment));
  if (hostile !== undefined) return refuse('editName', { name: hostile });
  if ('value' in edit && !isWritable(edit.value)) return refuse('editValue');

  const value = valueAt(guide.data, pointer);
  const parentNode = nodeAt(source.root, split.parent);
  const copies =
    parentNode?.type === 'object'
      ? (parentNode.children ?? []).filter((one) => one.children?.[0]?.value === split.last).length
      : 1;
  const parent = valueAt(guide.data, split.parent);
  const steps = stepsForEdit(edit, segments, { value, parent, copies });
  if (steps === 'missing') return refuse('editMissing', { pointer });
  if (steps === 'not-list') return refuse('editNotList', { pointer });
  if (steps === 'index') {
    const index = 'index' in edit ? edit.index : 'to' in edit ? Math.max(edit.from, edit.to) : 0;
    return refuse('editIndex', { pointer, index: String(index + 1) });
  }
  if (steps.length === 0) return { ok: true, edits: [] };

  let current: JsonSource = { text: text.slice(0, bodyFrom), root: source.root };
  let result: ParsedGuide = guide;
  for (const step of steps) {
    const planned = planStep(current, step, order);
    if (!planned) return refuse('editMissing', { pointer });
    result = parseGuide(applyEdits(current.text, [planned.edit]));
    const next = toSource(result);
    if (!next || !othersUntouched(current, next, planned)) return refuse('editUnsafe');
    current = next;
  }
  const framed =
    current.text.length === result.parts.bodyFrom &&
    text.slice(0, guide.parts.blockFrom) === current.text.slice(0, result.parts.blockFrom) &&
    text.slice(guide.parts.blockTo, bodyFrom) === current.text.slice(result.parts.blockTo);
  if (!framed || !isSameJson(result.data, expectedData(guide.data, edit, segments))) {
    return refuse('editUnsafe');
  }
  return { ok: true, edits: smallestEdit(text.slice(0, bodyFrom), current.text) };
}
