import type { Node } from 'jsonc-parser';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { missingFenceAfter, wrongFenceAt } from './closing-fence.ts';
import { type GuideParts, splitGuide } from './guide-parts.ts';
import type { DetailsData } from './json-data.ts';
import { detailsFinding } from './json-errors.ts';
import { maxBlockBytes } from './json-limits.ts';
import { parseForeignBlock } from './parse-foreign-block.ts';
import { type ParsedBlock, parseJsonBlock } from './parse-json-block.ts';
import type { TextRange } from './pointer.ts';

/** A guide's text with its details read as far as they can be. */
export interface ParsedGuide {
  readonly text: string;
  readonly parts: GuideParts;
  /** Syntax tree of the details with offsets in `text`; absent where there is none (TOML has none either). */
  readonly root?: Node;
  /** The values, as far as they parse; absent where there are no details or nothing could be read. */
  readonly data?: DetailsData;
  /** Findings about the writing of the details, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether values can be changed one by one: JSON without a syntax error. YAML and TOML are read-only. */
  readonly editable: boolean;
}

/** Codes of findings that make the details unreadable for the site, and so uneditable in the form. */
const breaking: ReadonlySet<string> = new Set(['json-syntax', 'front-matter-refused']);

function fenceRange(text: string, parts: GuideParts): TextRange {
  return { from: 0, to: text.slice(0, parts.blockFrom).trimEnd().length };
}

function parseBlock(text: string, parts: GuideParts, lines: LineIndex): ParsedBlock {
  const range = { from: parts.blockFrom, to: parts.blockTo };
  switch (parts.kind) {
    case 'none':
      return { diagnostics: [] };
    case 'refused': {
      const values = { language: parts.language.slice(0, 40) };
      const fence = fenceRange(text, parts);
      return {
        diagnostics: [detailsFinding('refused', fence, lines, 'front-matter-refused', values)],
      };
    }
    case 'json':
      return parseJsonBlock(text, range, lines);
    case 'yaml':
    case 'toml':
      return parseForeignBlock(parts.kind, text, range, lines);
  }
}

/** Adds the finding that the closing fence is missing, in place of what only follows from it. */
function reportUnclosed(
  text: string,
  parts: GuideParts,
  { root }: ParsedBlock,
  lines: LineIndex,
  diagnostics: Diagnostic[],
): void {
  if (parts.kind !== 'json') {
    const fence = fenceRange(text, parts);
    diagnostics.push(detailsFinding('unclosed', fence, lines, 'front-matter-syntax'));
    return;
  }
  const end = root ? root.offset + root.length : text.length;
  const echo = diagnostics.find(({ code, from }) => code === 'json-syntax' && from >= end);
  // A line that was meant to be the fence is reported already, as itself.
  if (echo && wrongFenceAt(text, echo.from)) return;
  if (echo) diagnostics.splice(diagnostics.indexOf(echo), 1);
  const isWhole = root !== undefined && !diagnostics.some(({ code }) => code === 'json-syntax');
  const place = isWhole ? missingFenceAfter(text, root) : fenceRange(text, parts);
  diagnostics.push(detailsFinding('unclosed', place, lines));
}

/**
 * Reads the details of a guide. Never throws and never runs anything: whatever is wrong becomes a
 * finding, and what still parses is there. `text` may be the head of a guide alone.
 */
export function parseGuide(text: string): ParsedGuide {
  const parts = splitGuide(text);
  if (parts.kind === 'none') return { text, parts, diagnostics: [], editable: false };
  // Nothing beyond the largest block is read, so no finding stands there.
  const lines = createLineIndex(
    text.slice(0, Math.min(parts.bodyFrom, parts.blockFrom + maxBlockBytes + 1)),
  );
  const block = parseBlock(text, parts, lines);
  const diagnostics = [...block.diagnostics];
  if (!parts.closed && parts.kind !== 'refused') {
    reportUnclosed(text, parts, block, lines, diagnostics);
  }
  diagnostics.sort((a, b) => a.from - b.from);
  const broken = diagnostics.some(({ code }) => breaking.has(code));
  return {
    text,
    parts,
    ...(block.root ? { root: block.root } : {}),
    ...(block.data ? { data: block.data } : {}),
    diagnostics,
    editable: parts.kind === 'json' && block.root !== undefined && !broken,
  };
}
