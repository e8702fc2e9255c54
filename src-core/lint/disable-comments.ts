import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TextRange } from '../document/pointer.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lineAt, rangeOfNode } from './node-range.ts';

/** Where findings are silenced; `undefined` codes mean all of them. Offsets count from the beginning of the body. */
export interface SilencedRange extends TextRange {
  readonly codes: readonly string[] | undefined;
}

/** A comment in a body that speaks to the checks. */
export interface DisableComment extends TextRange {
  readonly word: 'disable-next-line' | 'disable-line' | 'disable' | 'enable';
  /** The rules named, each with its place; none means all. */
  readonly rules: readonly (TextRange & { readonly id: string })[];
}

// What follows `--` is the reason. Its length is bounded, so that openings without an end stay cheap.
const comment =
  /<!--[ \t]{0,20}shirube-(disable-next-line|disable-line|disable|enable)(?![\w-])([^>]{0,500}?)-->/g;

/** The comments of a body that speak to the checks, in order. */
export function readDisableComments(text: string, tree: Root): readonly DisableComment[] {
  const comments: DisableComment[] = [];
  if (!text.includes('shirube-')) return comments;
  visit(tree, 'html', (node) => {
    const range = rangeOfNode(node);
    for (const match of text.slice(range.from, range.to).matchAll(comment)) {
      const [whole, word = '', rest = ''] = match;
      const from = range.from + match.index;
      const named = rest.split(/(?:^|\s)--/, 1)[0] ?? '';
      const namedFrom = from + whole.length - '-->'.length - rest.length;
      const rules = Array.from(named.matchAll(/[\w-]+/g), ({ 0: id, index }) => ({
        id,
        from: namedFrom + index,
        to: namedFrom + index + id.length,
      }));
      comments.push({ word: word as DisableComment['word'], rules, from, to: from + whole.length });
    }
  });
  return comments.sort((a, b) => a.from - b.from);
}

/** The first line after an offset that is not blank; the end of the text where there is none. */
function nextLine(text: string, offset: number): TextRange {
  let at = text.indexOf('\n', offset);
  while (at >= 0 && at + 1 < text.length) {
    const line = lineAt(text, at + 1);
    if (text.slice(line.from, line.to).trim() !== '') return line;
    at = text.indexOf('\n', line.to);
  }
  return { from: text.length, to: text.length };
}

/** What the comments of a body silence: a line, the next one, or everything up to `enable`. */
export function readSilenced(text: string, tree: Root): readonly SilencedRange[] {
  const ranges: SilencedRange[] = [];
  /** Where silence began, by rule; the empty name is all rules. */
  const open = new Map<string, number>();
  const close = (id: string, to: number): void => {
    const from = open.get(id);
    if (from !== undefined) ranges.push({ from, to, codes: id === '' ? undefined : [id] });
    open.delete(id);
  };
  for (const { word, rules, from, to } of readDisableComments(text, tree)) {
    const codes = rules.length === 0 ? undefined : rules.map(({ id }) => id);
    if (word === 'disable-line') ranges.push({ ...lineAt(text, from), codes });
    else if (word === 'disable-next-line') ranges.push({ ...nextLine(text, to), codes });
    else if (word === 'disable') {
      for (const id of codes ?? ['']) if (!open.has(id)) open.set(id, from);
    } else for (const id of codes ?? [...open.keys()]) close(id, to);
  }
  for (const id of [...open.keys()]) close(id, text.length + 1);
  return ranges;
}

/** Whether a code is one that is named, or belongs to a named family (`schema` names `schema-width`). */
const isNamed = (code: string, names: readonly string[] | undefined): boolean =>
  names === undefined || names.some((name) => code === name || code.startsWith(`${name}-`));

/** The findings that no comment silences; those about a broken check are never silenced. */
export function withoutSilenced(
  findings: readonly Diagnostic[],
  silenced: readonly SilencedRange[],
  bodyFrom: number,
): readonly Diagnostic[] {
  if (silenced.length === 0) return findings;
  return findings.filter(({ code, from }) => {
    const at = from - bodyFrom;
    if (at < 0 || code === 'internal-error') return true;
    return !silenced.some((one) => at >= one.from && at <= one.to && isNamed(code, one.codes));
  });
}
