import type { Diagnostic } from '../lint/diagnostic.ts';
import { convertMessages } from '../messages/convert.ts';
import { type Localized, localize, translate } from '../messages/messages.ts';
import { type DetailsLoss, findLosses } from './details-loss.ts';
import { foreignToJson } from './foreign-to-json.ts';
import { readTomlValues, readYamlValues } from './foreign-values.ts';
import { isSameJson } from './json-data.ts';
import { parseGuide } from './parse-guide.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

export type { DetailsLoss } from './details-loss.ts';

/** The edits that make YAML or TOML details JSON, with what JSON cannot carry; or why that was refused. */
export type ConvertResult =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      readonly lost: readonly DetailsLoss[];
    }
  | { readonly ok: false; readonly reason: Localized };

const refuse = (reason: Localized): ConvertResult => ({ ok: false, reason });

/** Why details that cannot be read, before or after, stay as they are: in the words of their first finding. */
function brokenBy(key: 'broken' | 'result', finding: Diagnostic | undefined): Localized {
  const { ja = '', en = '' } = finding?.message ?? {};
  return {
    ja: translate(convertMessages, 'ja', key, { problem: ja }),
    en: translate(convertMessages, 'en', key, { problem: en }),
  };
}

/**
 * Writes YAML or TOML guide details as `---json`, two spaces and one item a line, with the file's line
 * ends; the body is not touched. The result is parsed again and must hold the values read before.
 * `text` may be a whole guide or its head, with or without a byte order mark.
 */
export function convertToJson(text: string): ConvertResult {
  const guide = parseGuide(text);
  const { kind, blockFrom, blockTo, bodyFrom, closed } = guide.parts;
  if (kind !== 'yaml' && kind !== 'toml') return refuse(localize(convertMessages, 'notForeign'));
  const [problem] = guide.diagnostics;
  if (!closed || !guide.data || problem) return refuse(brokenBy('broken', problem));

  const block = text.slice(blockFrom, blockTo);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const eol = /\r\n|\r|\n/.exec(text.slice(start, blockFrom))?.[0] ?? '\n';
  const written = foreignToJson(
    kind === 'yaml' ? readYamlValues(block) : readTomlValues(block),
    eol,
  );
  if ('reason' in written) return refuse(written.reason);
  const edit: TextEdit = {
    from: start,
    // The closing line is always three signs long; what stands after them stays.
    to: blockTo + 3,
    insert: `---json${eol}${written.json}${eol}---`,
  };

  const after = parseGuide(applyEdits(text.slice(0, bodyFrom), [edit]));
  const [found] = after.diagnostics;
  if (!after.editable || found) return refuse(brokenBy('result', found));
  const isWhole = after.parts.bodyFrom === after.text.length;
  if (!isWhole || !isSameJson(guide.data, after.data)) {
    return refuse(localize(convertMessages, 'unsafe'));
  }
  return { ok: true, edits: [edit], lost: findLosses(kind, block) };
}
