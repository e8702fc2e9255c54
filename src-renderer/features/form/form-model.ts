import { diffLines } from 'diff';
import { type ParsedGuide, parseGuide } from '#core/document/parse-guide';
import { joinPointer, nodeAt, propertyOf, splitPointer } from '#core/document/pointer';
import { smallestEdit } from '#core/document/edit-details';
import type { TextEdit } from '#core/document/text-edit';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';

/** Texts wider than this, in full-width units, get several lines. */
const longWidth = 60;

/** The fields in the order of the form: by `x-group` order where given, else as the schema has them. */
export function inFormOrder(fields: readonly FieldModel[]): readonly FieldModel[] {
  const rank = (field: FieldModel): number => field.group?.order ?? Number.MAX_SAFE_INTEGER;
  return fields
    .map((field, index) => ({ field, index }))
    .sort((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
    .map(({ field }) => field);
}

/** How many of the form's 12 columns a field takes. */
export function columnsOf({ widget, width, pattern }: FieldModel): number {
  switch (widget) {
    case 'long-text':
    case 'relations':
    case 'object':
    case 'object-list':
    case 'raw':
      return 12;
    case 'chips':
      return 6;
    case 'category':
    case 'enum':
      return 5;
    case 'image':
    case 'number':
    case 'boolean':
      return 4;
    case 'text':
      return width ? 7 : pattern === undefined ? 6 : 4;
  }
}

/** Whether a widget can show a value; what it cannot is edited as JSON text. An absent value fits any. */
export function fitsWidget(field: FieldModel, value: unknown): boolean {
  if (value === undefined) return true;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (field.widget) {
    case 'text':
    case 'long-text':
    case 'category':
    case 'image':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return typeof value !== 'object' || value === null;
    case 'chips':
    case 'relations':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'object':
      return isObject;
    case 'object-list':
      return (
        Array.isArray(value) &&
        value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
      );
    case 'raw':
      return true;
  }
}

/** A field for a value that no schema describes, by what the value is; it goes by its own name. */
export function inferField(name: string, value: unknown, pointer: string): FieldModel {
  const base = { name, pointer, label: { ja: name, en: name }, required: false };
  const children = (rows: readonly unknown[], at: string): readonly FieldModel[] => {
    const found = new Map<string, unknown>();
    for (const row of rows) {
      for (const [key, child] of Object.entries(row ?? {})) {
        if (!found.has(key)) found.set(key, child);
      }
    }
    return [...found].map(([key, child]) => inferField(key, child, joinPointer(at, key)));
  };
  if (typeof value === 'string') {
    return { ...base, widget: displayWidth(value) > longWidth ? 'long-text' : 'text' };
  }
  if (typeof value === 'number') return { ...base, widget: 'number' };
  if (typeof value === 'boolean') return { ...base, widget: 'boolean' };
  if (Array.isArray(value) && value.length > 0) {
    if (value.every((item) => typeof item === 'string')) return { ...base, widget: 'chips' };
    const list: FieldModel = { ...base, widget: 'object-list' };
    if (fitsWidget(list, value)) return { ...list, children: children(value, `${pointer}/*`) };
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ...base, widget: 'object', children: children([value], pointer) };
  }
  return { ...base, widget: 'raw' };
}

/** Names in the guide details that the schema does not know, in the order of the file. */
export function otherNames(parsed: ParsedGuide, fields: readonly FieldModel[]): readonly string[] {
  const known = new Set(fields.map(({ name }) => name));
  return Object.keys(parsed.data ?? {}).filter((name) => !known.has(name));
}

/** How a field differs from the saved file. */
export interface FieldChange {
  /** The property as it stands in the saved file and now; `undefined` where it is absent. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Lines that differ. */
  readonly lines: number;
}

function rawProperty({ text, root }: ParsedGuide, pointer: string): string | undefined {
  const split = splitPointer(pointer);
  const parent = split && root && nodeAt(root, split.parent);
  const node = parent && propertyOf(parent, split.last);
  return node && text.slice(node.offset, node.offset + node.length);
}

/** The difference of one field between the saved and the present guide details, if any. */
export function changeOf(
  saved: ParsedGuide,
  now: ParsedGuide,
  pointer: string,
): FieldChange | undefined {
  const before = rawProperty(saved, pointer);
  const after = rawProperty(now, pointer);
  if (before === after) return undefined;
  const changes = diffLines(`${before ?? ''}\n`, `${after ?? ''}\n`);
  const count = (side: 'added' | 'removed'): number =>
    changes.reduce((sum, change) => sum + (change[side] ? change.count : 0), 0);
  return { before, after, lines: Math.max(count('added'), count('removed'), 1) };
}

/** The edits that give a field the writing of the saved file again; `undefined` where it was or is absent. */
export function revertEdits(
  saved: ParsedGuide,
  now: ParsedGuide,
  pointer: string,
): readonly TextEdit[] | undefined {
  const before = rawProperty(saved, pointer);
  const split = splitPointer(pointer);
  const parent = split && now.root && nodeAt(now.root, split.parent);
  const node = parent && propertyOf(parent, split.last);
  if (before === undefined || !node) return undefined;
  const { offset, length } = node;
  const next = now.text.slice(0, offset) + before + now.text.slice(offset + length);
  return parseGuide(next).editable ? smallestEdit(now.text, next) : undefined;
}

/** The findings at a value itself, or also at what it holds. */
export function findingsAt(
  diagnostics: readonly Diagnostic[],
  pointer: string,
  deep = false,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ pointer: at }) =>
      at !== undefined && (at === pointer || (deep && at.startsWith(`${pointer}/`))),
  );
}

/** Address of an image of the site in this window; each part of the path is encoded. */
export function siteAddress(workspaceId: string, sitePath: string): string {
  return `site://${workspaceId}${sitePath.split('/').map(encodeURIComponent).join('/')}`;
}
