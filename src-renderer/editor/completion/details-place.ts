import type { EditorState } from '@codemirror/state';
import { parseGuide } from '#core/document/parse-guide';
import { nodeAt, splitPointer, toIndex, valueAt } from '#core/document/pointer';
import { pointerAt } from '#core/document/pointer-at';
import { fieldAt } from '#core/schema/field-at';
import type { FieldModel } from '#core/schema/field-model';
import { headField, headText } from '../head-field.ts';

/** Longest part of a line before the caret that is looked at; values that are completed are short. */
const longestToken = 400;

/** A text value of the guide details in which the caret stands. */
export interface DetailsPlace {
  readonly field: FieldModel;
  readonly pointer: string;
  /** Where the value's content stands, without quotes; UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** What of the value stands before the caret, without JSON escapes. */
  readonly query: string;
  /** The quotes that the text lacks: one at the end where the value was just begun, both where none stands there. */
  readonly quotes: { readonly before: '' | '"'; readonly after: '' | '"' };
  /** The other values of the list that the value stands in. */
  readonly others: readonly unknown[];
}

/** Whether a quote at an offset ends or begins a text: an odd number of backslashes before it escapes it. */
function isQuote(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return text[at] === '"' && backslashes % 2 === 0;
}

/** Offsets of the quotes of a line of JSON that begin or end texts. */
function quotesOf(line: string): readonly number[] {
  const found: number[] = [];
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) {
    if (isQuote(line, at)) found.push(at);
  }
  return found;
}

function unescape(content: string): string {
  try {
    const value: unknown = JSON.parse(`"${content}"`);
    return typeof value === 'string' ? value : content;
  } catch {
    return content;
  }
}

/** Whether the caret stands in the guide details, within quotes; looks at its line alone. */
export function isInDetailsText(state: EditorState, at: number): boolean {
  if (at >= state.field(headField).to) return false;
  const line = state.doc.lineAt(at);
  if (line.length > 20 * longestToken) return false;
  return quotesOf(line.text.slice(0, at - line.from)).length % 2 === 1;
}

/**
 * The value of the guide details at the caret: its content between quotes, or an empty place where a value
 * may stand. `undefined` outside of the details, in names of fields, and where no field is known.
 */
export function detailsPlace(
  state: EditorState,
  at: number,
  fields: readonly FieldModel[],
): DetailsPlace | undefined {
  if (at >= state.field(headField).to) return undefined;
  const line = state.doc.lineAt(at);
  if (line.length > 20 * longestToken) return undefined;
  const quotes = quotesOf(line.text);
  const before = quotes.filter((quote) => quote < at - line.from);
  const isInText = before.length % 2 === 1;
  const parsed = parseGuide(headText(state));
  if (parsed.parts.kind !== 'json') return undefined;
  const open = before.at(-1) ?? 0;
  const pointer = pointerAt(parsed, isInText ? line.from + open + 1 : at);
  if (pointer === undefined || !parsed.root) return undefined;
  const node = nodeAt(parsed.root, pointer);
  const { field } = fieldAt(fields, pointer, parsed.data);
  if (!field) return undefined;
  const split = splitPointer(pointer);
  const index = split && toIndex(split.last);
  const list = index === undefined ? undefined : valueAt(parsed.data, split?.parent ?? '');
  if (isInText) {
    // A name of a field leads to its value too; only the value itself is completed.
    if (node?.offset !== line.from + open) return undefined;
    // An odd number of quotes on the line: the one that ends this text has not been written yet.
    const close = quotes.length % 2 === 1 ? undefined : quotes[before.length];
    const from = line.from + open + 1;
    if (at - from > longestToken) return undefined;
    return {
      ...{ field, pointer, from },
      to: close === undefined ? at : line.from + close,
      query: unescape(state.sliceDoc(from, at)),
      quotes: { before: '', after: close === undefined ? '"' : '' },
      others: Array.isArray(list) ? list.filter((_, other) => other !== index) : [],
    };
  }
  // Outside of quotes a value can begin only after what opens its place.
  if (!/[[,:]\s*$/.test(state.sliceDoc(Math.max(0, at - longestToken), at))) return undefined;
  const items = Array.isArray(list) ? list : valueAt(parsed.data, pointer);
  return {
    ...{ field, pointer, from: at, to: at, query: '' },
    quotes: { before: '"', after: '"' },
    others: Array.isArray(items) ? items : [],
  };
}

/** A value as it stands between the quotes of the place, with those that the place lacks. */
export function inQuotes({ quotes }: DetailsPlace, value: string): string {
  return `${quotes.before}${JSON.stringify(value).slice(1, -1)}${quotes.after}`;
}
