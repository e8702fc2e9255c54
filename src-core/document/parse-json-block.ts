import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { LineIndex } from '../text/line-index.ts';
import { type DetailsData, toData } from './json-data.ts';
import { describeJsonErrors, detailsFinding } from './json-errors.ts';
import { exceedsBytes, hostileKeys, maxBlockBytes, tooDeepAt } from './json-limits.ts';
import { joinPointer, type TextRange } from './pointer.ts';

/** What one block of guide details holds. */
export interface ParsedBlock {
  /** Offsets are those of the whole text; absent where nothing could be parsed. */
  readonly root?: Node;
  /** What could be read, even where something else is broken. */
  readonly data?: DetailsData;
  readonly diagnostics: readonly Diagnostic[];
}

function moveNode(node: Node, by: number): void {
  const moved = node as { -readonly [K in keyof Node]: Node[K] };
  moved.offset += by;
  if (moved.colonOffset !== undefined) moved.colonOffset += by;
  for (const child of node.children ?? []) moveNode(child, by);
}

/** Findings about names: written twice, or hostile, at any depth. */
function checkNames(node: Node, pointer: string, lines: LineIndex, found: Diagnostic[]): void {
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type !== 'object') {
      checkNames(child, joinPointer(pointer, index), lines, found);
      continue;
    }
    const [key, value] = child.children ?? [];
    if (!key || typeof key.value !== 'string') continue;
    const name: string = key.value;
    const at = joinPointer(pointer, name);
    const range = { from: key.offset, to: key.offset + key.length };
    const report = (message: 'hostileKey' | 'duplicateKey', code: string): void => {
      found.push({ ...detailsFinding(message, range, lines, code, { name }), pointer: at });
    };
    if (hostileKeys.has(name)) report('hostileKey', 'json-hostile-key');
    if (seen.has(name)) report('duplicateKey', 'json-duplicate-key');
    seen.add(name);
    if (value) checkNames(value, at, lines, found);
  }
}

/** Parses the JSON in a range of a text; refuses what is too large or too deep before parsing it. Never throws. */
export function parseJsonBlock(text: string, range: TextRange, lines: LineIndex): ParsedBlock {
  const json = text.slice(range.from, range.to);
  if (exceedsBytes(json, maxBlockBytes)) {
    const start = { from: range.from, to: range.from + 1 };
    return { diagnostics: [detailsFinding('tooLarge', start, lines)] };
  }
  const deep = tooDeepAt(json);
  if (deep !== undefined) {
    const bracket = { from: range.from + deep, to: range.from + deep + 1 };
    return { diagnostics: [detailsFinding('tooDeep', bracket, lines)] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  if (root) moveNode(root, range.from);
  const moved = errors.map((error) => ({ ...error, offset: error.offset + range.from }));
  if (root?.type !== 'object') {
    const at = root?.offset ?? range.from;
    const shape = { from: at, to: Math.min(text.length, at + (root?.length ?? 1)) };
    return { diagnostics: [detailsFinding('notAnObject', shape, lines)] };
  }
  const diagnostics = describeJsonErrors(text, moved, root, lines);
  checkNames(root, '', lines, diagnostics);
  return { root, data: toData(root) as DetailsData, diagnostics };
}
