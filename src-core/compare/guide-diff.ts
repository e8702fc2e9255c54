import { diffArrays } from 'diff';
import { parseGuide } from '../document/parse-guide.ts';
import { splitLines } from '../export/line-counts.ts';
import type { Localized } from '../messages/messages.ts';
import type { FieldModel } from '../schema/field-model.ts';
import { compareWords, type Word } from '../text/compare-words.ts';
import { diffBody, type BodyDiff } from './body-diff.ts';

/** One value that is different; a side is `undefined` where there is no such field. */
export interface FieldChange {
  readonly name: string;
  readonly label: Localized;
  readonly shape: 'text' | 'list';
  /** Words of a text, or the items of a list. */
  readonly before: readonly Word[] | undefined;
  readonly after: readonly Word[] | undefined;
}

/** What is different between two texts of one guide. */
export interface GuideDiff {
  readonly fields: readonly FieldChange[];
  /** The details are written differently although every value is the same. */
  readonly onlyWriting: boolean;
  readonly body: BodyDiff;
}

/** Compares two texts of a guide, the older one first; `undefined` is no text at all. */
export function diffGuide(
  before: string | undefined,
  after: string | undefined,
  fields: readonly FieldModel[],
): GuideDiff {
  const old = split(before ?? '');
  const now = split(after ?? '');
  const changes: FieldChange[] = [];
  const names = new Set([
    ...fields.map(({ name }) => name),
    ...now.values.keys(),
    ...old.values.keys(),
  ]);
  for (const name of names) {
    const change = compareValues(old.values.get(name), now.values.get(name));
    if (!change) continue;
    const label = fields.find((field) => field.name === name)?.label ?? { ja: name, en: name };
    changes.push({ name, label, ...change });
  }
  return {
    fields: changes,
    onlyWriting: changes.length === 0 && old.head !== now.head,
    body: diffBody(old.body, now.body, { before: old.firstLine, after: now.firstLine }),
  };
}

function split(text: string) {
  const { parts, data } = parseGuide(text);
  const head = text.slice(0, parts.bodyFrom);
  return {
    head,
    body: text.slice(parts.bodyFrom),
    firstLine: splitLines(head).length + 1,
    values: new Map<string, unknown>(Object.entries(data ?? {})),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

function compareValues(
  before: unknown,
  after: unknown,
): Pick<FieldChange, 'shape' | 'before' | 'after'> | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if ((isList(before) || before === undefined) && (isList(after) || after === undefined)) {
    return compareLists(before, after);
  }
  const old = toText(before);
  const now = toText(after);
  if (old === undefined || now === undefined) {
    const side = (text: string | undefined): readonly Word[] | undefined =>
      text === undefined ? undefined : [{ text, changed: true }];
    return { shape: 'text', before: side(old), after: side(now) };
  }
  return { shape: 'text', ...compareWords(old, now) };
}

function compareLists(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Pick<FieldChange, 'shape' | 'before' | 'after'> {
  const old: Word[] = [];
  const now: Word[] = [];
  for (const { value, added, removed } of diffArrays([...(before ?? [])], [...(after ?? [])])) {
    for (const text of value) {
      if (!added) old.push({ text, changed: removed });
      if (!removed) now.push({ text, changed: added });
    }
  }
  return { shape: 'list', before: before && old, after: after && now };
}

function toText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return isText(value) ? value : JSON.stringify(value, null, 2);
}
