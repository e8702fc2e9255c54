import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { toData } from '../document/json-data.ts';
import { exceedsBytes, maxBlockBytes, tooDeepAt } from '../document/json-limits.ts';
import { keyRangeOf, rangeOf, type TextRange } from '../document/pointer.ts';
import type { Diagnostic, Severity } from '../lint/diagnostic.ts';
import { catalogMessages } from '../messages/catalog.ts';
import { localize, type MessageValues } from '../messages/messages.ts';
import { createLineIndex } from '../text/line-index.ts';

type MessageKey = keyof typeof catalogMessages.ja;

/** A file under `.shirube` as far as it could be read. */
export interface ConfigJson {
  readonly text: string;
  /** `undefined` where it is no JSON at all. */
  readonly root?: Node;
  readonly data?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a JSON file of the workspace; what is broken becomes a finding, what still parses is there. */
export function readConfigJson(text: string): ConfigJson {
  const clean = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const finding = (from: number): Diagnostic => ({
    code: 'config-syntax',
    severity: 'error',
    from,
    to: Math.min(text.length, from + 1),
    message: localize(catalogMessages, 'configSyntax', {
      line: createLineIndex(text).positionAt(from).line + 1,
    }),
    advice: localize(catalogMessages, 'configSyntaxAdvice'),
  });
  if (exceedsBytes(clean, 4 * maxBlockBytes)) return { text, diagnostics: [finding(0)] };
  const deep = tooDeepAt(clean);
  if (deep !== undefined) return { text, diagnostics: [finding(deep)] };
  const errors: ParseError[] = [];
  const root = parseTree(clean, errors, { disallowComments: true });
  const diagnostics = errors.slice(0, 1).map(({ offset }) => finding(offset));
  if (!root) return { text, diagnostics: diagnostics.length > 0 ? diagnostics : [finding(0)] };
  return { text, root, data: toData(root), diagnostics };
}

/** A finding about the value, or with `onKey` the name, at a pointer of such a file. */
export function configFinding(
  file: ConfigJson,
  pointer: string,
  message: {
    readonly key: MessageKey;
    readonly advice?: MessageKey;
    readonly values?: MessageValues;
    readonly severity?: Severity;
    readonly onKey?: boolean;
  },
): Diagnostic {
  const { key, advice, values = {}, severity = 'warning', onKey = false } = message;
  const place: TextRange = (onKey ? keyRangeOf(file, pointer) : rangeOf(file, pointer)) ??
    keyRangeOf(file, pointer) ?? { from: 0, to: 0 };
  return {
    code: onKey ? 'config-unknown' : 'config-value',
    severity,
    ...place,
    message: localize(catalogMessages, key, values),
    ...(advice ? { advice: localize(catalogMessages, advice, values) } : {}),
    pointer,
  };
}
