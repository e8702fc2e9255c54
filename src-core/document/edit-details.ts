import { documentMessages } from '../messages/document.ts';
import { type Localized, localize } from '../messages/messages.ts';
import { type DetailsEdit, isWritable } from './details-edit.ts';
import { expectedData, othersUntouched, staysInPlace } from './edit-check.ts';
import { stepsForEdit } from './edit-steps.ts';
import { isSameJson } from './json-data.ts';
import { type JsonSource, locate } from './json-changes.ts';
import { hostileKeys } from './json-limits.ts';
import { isSameValue, type JsonValue, readJsonText, toJsonValue } from './json-value.ts';
import { type ParsedGuide, parseGuide } from './parse-guide.ts';
import { type OrderAt, planStep } from './plan-step.ts';
import { nodeAt, parsePointer, splitPointer } from './pointer.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

export type { DetailsEdit } from './details-edit.ts';

/** The text edits of a change (none where nothing changes), or why it was refused. */
export type DetailsEditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: Localized };

/** How new fields are placed. */
export interface DetailsEditOptions {
  /**
   * Names of the properties of the object at a pointer, in the schema's order (see schema/field-order):
   * a new field goes where it belongs among those present, last where the schema does not know it.
   */
  readonly orderAt?: OrderAt;
}

/** Whether a place in a text lies within a surrogate pair or a CRLF, which belong together. */
const isWithinPair = (text: string, at: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));

/** The one smallest replacement that turns a text into another, never through a surrogate pair or a CRLF. */
export function smallestEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (isWithinPair(before, head) || isWithinPair(after, head)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [to, end] = [before.length - tail, after.length - tail];
  if (isWithinPair(before, to) || isWithinPair(after, end)) tail -= 1;
  return [{ from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }];
}

type Refusal = keyof typeof documentMessages.ja & `edit${string}`;

function refuse(
  key: Refusal,
  values: Readonly<Record<string, string | number>> = {},
): DetailsEditResult & { readonly ok: false } {
  return { ok: false, reason: localize(documentMessages, key, values) };
}

function toSource(guide: ParsedGuide): JsonSource | undefined {
  return guide.root && guide.editable ? { text: guide.text, root: guide.root } : undefined;
}

/** The segments of a pointer; `-` as the last one becomes the index after a list's last item. */
function toSegments(pointer: string, source: JsonSource): readonly string[] | undefined {
  const segments = parsePointer(pointer);
  const parents = segments?.slice(0, -1);
  if (!parents || segments?.at(-1) !== '-') return segments;
  const list = locate(source, parents)?.node;
  return list?.type === 'array' ? [...parents, String(list.children?.length ?? 0)] : segments;
}

/** What an edit puts in; `undefined` for edits that take out or move. */
function valueOf(
  edit: DetailsEdit,
): JsonValue | undefined | { readonly ok: false; readonly reason: Localized } {
  if ('json' in edit) {
    const value = readJsonText(edit.json);
    if (!('refused' in value)) return value;
    return refuse(value.refused, { name: value.name ?? '', line: value.line ?? 1 });
  }
  if (!('value' in edit)) return undefined;
  return (isWritable(edit.value) && toJsonValue(edit.value)) || refuse('editValue');
}

/** Whether the details still end where they did, and the values are what the edit means. */
function isAsMeant(
  before: ParsedGuide,
  after: ParsedGuide,
  edit: DetailsEdit,
  segments: readonly string[],
  value: JsonValue | undefined,
): boolean {
  if (after.text.length !== after.parts.bodyFrom) return false;
  if (!isSameJson(after.data, expectedData(before.data, edit, segments))) return false;
  if (edit.kind !== 'set-json' || !value || !after.root) return true;
  const place = locate({ text: after.text, root: after.root }, segments);
  return place !== undefined && isSameValue({ text: after.text, node: place.node }, value, true);
}

/**
 * Changes one value of the guide details and nothing else: style, order and every other value stay
 * as written. The result is parsed again and compared before it is given out; whatever cannot be
 * done so is refused with a reason. `text` may be a whole guide or its head; line ends may be any.
 */
export function editDetails(
  text: string,
  edit: DetailsEdit,
  { orderAt = () => [] }: DetailsEditOptions = {},
): DetailsEditResult {
  const guide = parseGuide(text);
  const { kind, bodyFrom } = guide.parts;
  if (kind === 'none') return refuse('editNone');
  if (kind !== 'json') return refuse('editNotJson');
  const source = toSource(guide);
  if (!source) return refuse('editBroken');
  const { pointer } = edit;
  const segments = toSegments(pointer, source);
  if (!segments) return refuse('editMissing', { pointer });
  if (segments.length === 0) return refuse('editRoot');
  const hostile = segments.find((segment) => hostileKeys.has(segment));
  if (hostile !== undefined) return refuse('editName', { name: hostile });
  const value = valueOf(edit);
  if (value && 'ok' in value) return value;

  const steps = stepsForEdit(edit, segments, source, value);
  if (steps === 'missing') {
    // Where the group around it is missing too, that is what there is not.
    const { parent = '' } = splitPointer(pointer) ?? {};
    const isLone = nodeAt(source.root, parent) !== undefined;
    return refuse('editMissing', { pointer: isLone ? pointer : parent });
  }
  if (steps === 'not-list') return refuse('editNotList', { pointer });
  if (steps === 'index') {
    const index = 'index' in edit ? edit.index : 'to' in edit ? Math.max(edit.from, edit.to) : 0;
    return refuse('editIndex', { pointer, index: String(index + 1) });
  }
  if (steps.length === 0) return { ok: true, edits: [] };

  let current: JsonSource = { text: text.slice(0, bodyFrom), root: source.root };
  let result: ParsedGuide = guide;
  for (const step of steps) {
    const planned = planStep(current, step, orderAt);
    if (!planned) return refuse('editMissing', { pointer });
    if (!staysInPlace(current, planned)) return refuse('editUnsafe');
    result = parseGuide(applyEdits(current.text, [planned.edit]));
    const next = toSource(result);
    // What was built from sound parts and cannot be read is too large or too deep.
    if (!next) return refuse(result.root ? 'editUnsafe' : 'editLimit');
    if (!othersUntouched(current, next, planned)) return refuse('editUnsafe');
    current = next;
  }
  if (!isAsMeant(guide, result, edit, segments, value)) return refuse('editUnsafe');
  return { ok: true, edits: smallestEdit(text.slice(0, bodyFrom), current.text) };
}
