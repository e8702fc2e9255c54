import type { Node } from 'jsonc-parser';
import { parse as parseToml, TomlError } from 'smol-toml';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  Parser,
  type Scalar,
} from 'yaml';
import type { LineIndex } from '../text/line-index.ts';
import { maxAliasCount, yamlOptions } from './foreign-values.ts';
import { type DetailsData, toPlainData } from './json-data.ts';
import { detailsFinding } from './json-errors.ts';
import { exceedsBytes, maxBlockBytes, maxDepth } from './json-limits.ts';
import type { ParsedBlock } from './parse-json-block.ts';
import type { TextRange } from './pointer.ts';

const isObject = (data: unknown): data is DetailsData =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** A YAML node in the shape of a JSON one, so that findings about its values have a place too. */
function toJsonNode(yaml: unknown, base: number, depth: number): Node | undefined {
  if (!isNode(yaml) || !yaml.range || depth > maxDepth) return undefined;
  const [start, end] = yaml.range;
  const place = { offset: base + start, length: end - start };
  if (isScalar(yaml)) return { type: 'string', ...place, value: String(yaml.value) };
  if (isAlias(yaml)) return { type: 'string', ...place, value: yaml.source };
  if (isSeq(yaml)) {
    const children = yaml.items.map((item) => toJsonNode(item, base, depth + 1));
    return { type: 'array', ...place, children: children.filter((child) => child !== undefined) };
  }
  if (!isMap(yaml)) return undefined;
  const children = yaml.items.flatMap((pair): Node[] => {
    const key = toJsonNode(pair.key, base, depth + 1);
    if (!key) return [];
    const value = toJsonNode(pair.value, base, depth + 1);
    return [{ type: 'property', ...place, children: value ? [key, value] : [key] }];
  });
  return { type: 'object', ...place, children };
}

/** Where a block nests deeper than the library can read; it recurses, and far down it ends the whole process (T30). */
function tooDeepYamlAt(block: string): number | undefined {
  // This half of the library does not recurse; the document and the value at hand are on its stack as well.
  const parser = new Parser();
  for (const token of new Lexer().lex(block)) {
    const from = parser.offset;
    for (const _ of parser.next(token)) break;
    if (parser.stack.length > maxDepth + 2) return from;
  }
  return undefined;
}

/** Names that stand twice in one map, at any depth; sites refuse the whole block for them. */
function* repeatedNames(yaml: unknown): Generator<Scalar> {
  if (isSeq(yaml)) for (const item of yaml.items) yield* repeatedNames(item);
  if (!isMap(yaml)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of yaml.items) {
    if (isScalar(key) && key.value !== '<<') {
      if (seen.has(key.value)) yield key;
      seen.add(key.value);
    } else yield* repeatedNames(key);
    yield* repeatedNames(value);
  }
}

function parseYamlBlock(text: string, range: TextRange, lines: LineIndex): ParsedBlock {
  const document = parseDocument(text.slice(range.from, range.to), yamlOptions);
  const repeated = [...repeatedNames(document.contents)].flatMap(({ range: place }) =>
    place ? [{ pos: [place[0], place[1]] as const, message: 'Map keys must be unique' }] : [],
  );
  const diagnostics = [...document.errors, ...repeated].slice(0, 5).map((error) => {
    const [from, to] = error.pos;
    const place = { from: range.from + from, to: range.from + Math.max(to, from + 1) };
    const values = { detail: error.message };
    return detailsFinding('yamlSyntax', place, lines, 'front-matter-syntax', values);
  });
  const data = toPlainData(document.toJS({ maxAliasCount }));
  const root = toJsonNode(document.contents, range.from, 0);
  if (isObject(data)) return { data, diagnostics, ...(root ? { root } : {}) };
  const start = { from: range.from, to: range.from + 1 };
  const values = { detail: '' };
  const shape = detailsFinding('yamlSyntax', start, lines, 'front-matter-syntax', values);
  return { diagnostics: diagnostics.length > 0 ? diagnostics : [shape] };
}

function parseTomlBlock(text: string, range: TextRange): ParsedBlock {
  const data = toPlainData(parseToml(text.slice(range.from, range.to), { integersAsBigInt: true }));
  return { ...(isObject(data) ? { data } : {}), diagnostics: [] };
}

/**
 * Reads YAML or TOML guide details to data, for showing and checking only. What the library throws
 * becomes a finding with its own (English) words as advice.
 */
export function parseForeignBlock(
  kind: 'yaml' | 'toml',
  text: string,
  range: TextRange,
  lines: LineIndex,
): ParsedBlock {
  const start = { from: range.from, to: Math.min(text.length, range.from + 1) };
  if (exceedsBytes(text.slice(range.from, range.to), maxBlockBytes)) {
    return { diagnostics: [detailsFinding('tooLarge', start, lines, 'front-matter-syntax')] };
  }
  try {
    const deep = kind === 'yaml' ? tooDeepYamlAt(text.slice(range.from, range.to)) : undefined;
    if (deep !== undefined) {
      const place = { from: range.from + deep, to: range.from + deep + 1 };
      return { diagnostics: [detailsFinding('tooDeep', place, lines, 'front-matter-syntax')] };
    }
    return kind === 'yaml' ? parseYamlBlock(text, range, lines) : parseTomlBlock(text, range);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    const firstLine = lines.positionAt(range.from).line;
    const at =
      error instanceof TomlError
        ? lines.lineStart(firstLine + error.line - 1) + error.column - 1
        : range.from;
    const place = { from: at, to: Math.min(text.length, at + 1) };
    const key = kind === 'yaml' ? 'yamlSyntax' : 'tomlSyntax';
    return { diagnostics: [detailsFinding(key, place, lines, 'front-matter-syntax', { detail })] };
  }
}
