import { diffLines } from 'diff';
import type { DetailsEdit } from '#core/document/details-edit';
import { smallestEdit } from '#core/document/edit-details';
import { matchItems } from '#core/document/match-items';
import { type ParsedGuide, parseGuide } from '#core/document/parse-guide';
import {
  joinPointer,
  nodeAt,
  parsePointer,
  propertyOf,
  rangeOf,
  splitPointer,
  valueAt,
} from '#core/document/pointer';
import type { TextEdit } from '#core/document/text-edit';

/** How a field differs from the saved file. */
export interface FieldChange {
  /** The property as it stands in the saved file and now; `undefined` where it is absent. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Lines that differ. */
  readonly lines: number;
}

/** Where a value stood in the saved file, whose list items may have had other places; `undefined` for what is in a new item or group. */
function savedPointer(saved: ParsedGuide, now: ParsedGuide, pointer: string): string | undefined {
  let at = '';
  let before = '';
  for (const segment of parsePointer(pointer) ?? []) {
    const value = valueAt(now.data, at);
    const old = valueAt(saved.data, before);
    if (typeof old !== 'object' || old === null) return undefined;
    let place: number | string | undefined = segment;
    if (Array.isArray(value)) {
      place = Array.isArray(old) ? matchItems(old, value)[Number(segment)] : undefined;
    }
    if (place === undefined) return undefined;
    before = joinPointer(before, place);
    at = joinPointer(at, segment);
  }
  return before;
}

function propertyAt({ root }: ParsedGuide, pointer: string) {
  const split = splitPointer(pointer);
  const parent = split && root && nodeAt(root, split.parent);
  return parent && propertyOf(parent, split.last);
}

function rawProperty(guide: ParsedGuide, pointer: string): string | undefined {
  const node = propertyAt(guide, pointer);
  return node && guide.text.slice(node.offset, node.offset + node.length);
}

/** The difference of one field, at any depth, between the saved and the present guide details, if any. */
export function changeOf(
  saved: ParsedGuide,
  now: ParsedGuide,
  pointer: string,
): FieldChange | undefined {
  // Details that were YAML or TOML are written anew as a whole; no line of theirs can be gone back to.
  if (saved.parts.kind !== now.parts.kind) return undefined;
  const place = savedPointer(saved, now, pointer);
  if (place === undefined) return undefined;
  const before = rawProperty(saved, place);
  const after = rawProperty(now, pointer);
  if (before === after) return undefined;
  const changes = diffLines(`${before ?? ''}\n`, `${after ?? ''}\n`);
  const count = (side: 'added' | 'removed'): number =>
    changes.reduce((sum, change) => sum + (change[side] ? change.count : 0), 0);
  return { before, after, lines: Math.max(count('added'), count('removed'), 1) };
}

/** What gives a field back its saved writing: edits of the text, or a change where the field came or went. */
export function revertOf(
  saved: ParsedGuide,
  now: ParsedGuide,
  pointer: string,
): { readonly edits: readonly TextEdit[] } | { readonly change: DetailsEdit } {
  const place = savedPointer(saved, now, pointer) ?? '';
  const before = rawProperty(saved, place);
  const range = rangeOf(saved, place);
  if (before === undefined || !range) return { change: { kind: 'unset', pointer } };
  const json = saved.text.slice(range.from, range.to);
  const node = propertyAt(now, pointer);
  if (!node) return { change: { kind: 'set-json', pointer, json } };
  const { offset, length } = node;
  const next = now.text.slice(0, offset) + before + now.text.slice(offset + length);
  return parseGuide(next).editable
    ? { edits: smallestEdit(now.text, next) }
    : { change: { kind: 'set-json', pointer, json } };
}
