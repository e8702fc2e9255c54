import { findNodeAtOffset, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic, Fix } from '../lint/diagnostic.ts';
import { documentMessages } from '../messages/document.ts';
import { localize } from '../messages/messages.ts';
import type { LineIndex } from '../text/line-index.ts';
import { wrongFenceAt } from './closing-fence.ts';
import type { TextRange } from './pointer.ts';

type MessageKey = keyof typeof documentMessages.ja;
type BaseOf<Key> = Key extends `${infer Base}Advice` ? Base : never;
/** Messages that come with advice, under their own name and `…Advice`. */
type Advised = BaseOf<MessageKey> & MessageKey;

/** What the author did, where, and how it can be put right. */
interface Slip {
  readonly key: Advised;
  readonly from: number;
  readonly to: number;
  readonly fix?: Fix;
  readonly found?: string;
  /** Whatever the parser says after this one is only its echo. */
  readonly last?: boolean;
}

const maxSlips = 5;
const nameAndColon = /^"(?:[^"\\\r\n]|\\.)*"[ \t]*:/;

/** One finding about the guide details with its line, advice and, where it is safe, a fix. */
export function detailsFinding(
  key: Advised,
  range: { readonly from: number; readonly to: number; readonly fix?: Fix },
  lines: LineIndex,
  code = 'json-syntax',
  values: Readonly<Record<string, string>> = {},
): Diagnostic {
  const places = { line: lines.positionAt(range.from).line + 1, ...values };
  return {
    code,
    severity: 'error',
    from: range.from,
    to: range.to,
    message: localize(documentMessages, key, places),
    advice: localize(documentMessages, `${key}Advice` as MessageKey, places),
    ...(range.fix ? { fixes: [range.fix] } : {}),
  };
}

/** End of the last character before `offset` that is no blank. */
function endBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function lastCharacter(text: string, offset: number): TextRange {
  const to = endBefore(text, offset);
  return { from: Math.max(0, to - 1), to };
}

function afterValue(text: string, offset: number, root: Node | undefined): Slip {
  const end = endBefore(text, offset);
  const inList = root && findNodeAtOffset(root, offset, true)?.parent?.type === 'array';
  const nextIsName = text[offset] === ':' || nameAndColon.test(text.slice(offset, offset + 300));
  if (inList && nextIsName) return { key: 'missingBracket', from: end - 1, to: end, last: true };
  const fix: Fix = {
    title: localize(documentMessages, 'insertComma'),
    edits: [{ from: end, to: end, insert: ',' }],
  };
  return { key: 'missingComma', from: Math.max(0, end - 1), to: end, fix };
}

function absent(text: string, error: ParseError, key: Advised): Slip {
  const before = endBefore(text, error.offset);
  if (text[before - 1] === ',' && /[}\]]/.test(text.charAt(error.offset))) {
    const comma = { from: before - 1, to: before };
    const fix: Fix = {
      title: localize(documentMessages, 'removeComma'),
      edits: [{ ...comma, insert: '' }],
    };
    return { key: 'trailingComma', ...comma, fix };
  }
  return { key, from: error.offset, to: error.offset + Math.max(1, error.length) };
}

function afterEnd(text: string, range: TextRange): Slip {
  const fence = wrongFenceAt(text, range.from);
  if (fence) return { key: 'wrongFence', ...fence, last: true };
  return { key: 'textAfterEnd', ...range, last: true };
}

function slipOf(text: string, error: ParseError, root: Node | undefined): Slip {
  const range = { from: error.offset, to: error.offset + error.length };
  switch (printParseErrorCode(error.error)) {
    case 'CommaExpected':
      return afterValue(text, error.offset, root);
    case 'PropertyNameExpected':
      return absent(text, error, 'missingName');
    case 'ValueExpected':
      return absent(text, error, 'missingValue');
    case 'ColonExpected':
      return { key: 'missingColon', ...range };
    case 'UnexpectedEndOfString':
      return { key: 'unclosedString', ...range, last: true };
    case 'CloseBraceExpected':
      return { key: 'missingBrace', ...lastCharacter(text, error.offset), last: true };
    case 'CloseBracketExpected':
      return { key: 'missingBracket', ...lastCharacter(text, error.offset), last: true };
    case 'EndOfFileExpected':
      return afterEnd(text, range);
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return { key: 'comment', ...range };
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return { key: 'badNumber', ...range };
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return { key: 'badEscape', ...range };
    case 'InvalidCharacter':
      return { key: 'badCharacter', ...range };
    case 'InvalidSymbol':
      if (root && root.offset + root.length <= error.offset) {
        return afterEnd(text, range);
      }
      return { key: 'badSymbol', ...range, last: true };
    case '<unknown ParseErrorCode>':
      return { key: 'unreadable', ...range };
  }
}

/**
 * Puts the parser's errors into a writer's words: one a line, at the place to mend, without the
 * echoes that one slip causes further down. `errors` and `root` have offsets in the whole text.
 */
export function describeJsonErrors(
  text: string,
  errors: readonly ParseError[],
  root: Node | undefined,
  lines: LineIndex,
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const seen = new Set<number>();
  for (const error of errors) {
    const slip = slipOf(text, error, root);
    const { line } = lines.positionAt(slip.from);
    if (seen.has(line)) {
      if (slip.last) break;
      continue;
    }
    seen.add(line);
    const values = { found: slip.found ?? '' };
    findings.push(detailsFinding(slip.key, slip, lines, 'json-syntax', values));
    if (slip.last || findings.length === maxSlips) break;
  }
  return findings;
}
