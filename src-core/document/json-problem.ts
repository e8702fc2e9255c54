import { type ParseError, parseTree } from 'jsonc-parser';
import { documentMessages } from '../messages/document.ts';
import { type Localized, localize } from '../messages/messages.ts';
import { createLineIndex } from '../text/line-index.ts';
import { describeJsonErrors } from './json-errors.ts';
import { exceedsBytes, maxBlockBytes, tooDeepAt } from './json-limits.ts';

/**
 * Why a text cannot stand as the JSON of one value, with the line (from 1) in it; `undefined` where
 * it can. Refuses comments, trailing commas, and what is too large or too deep to be read.
 */
export function jsonProblem(json: string): Localized | undefined {
  if (exceedsBytes(json, maxBlockBytes)) return localize(documentMessages, 'tooLarge');
  const lines = createLineIndex(json);
  const deep = tooDeepAt(json);
  if (deep !== undefined) {
    return localize(documentMessages, 'tooDeep', { line: lines.positionAt(deep).line + 1 });
  }
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  if (errors.length === 0 && root) return undefined;
  const [first] = describeJsonErrors(json, errors, root, lines);
  return first?.message ?? localize(documentMessages, 'missingValue', { line: 1 });
}
