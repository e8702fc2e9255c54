import { parsePointer, toIndex } from '#core/document/pointer';
import type { Diagnostic } from '#core/lint/diagnostic';
import { findingsMessages } from '#core/messages/findings';
import { type Locale, translate } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';

/** The labels along a JSON pointer: field names in the author's language, places in lists from 1. */
function pointerLabels(
  pointer: string,
  fields: readonly FieldModel[],
  locale: Locale,
): readonly string[] {
  let level: readonly FieldModel[] = fields;
  return (parsePointer(pointer) ?? []).map((segment) => {
    const field = level.find((candidate) => candidate.name === segment);
    if (field !== undefined) {
      level = field.children ?? [];
      return field.label[locale];
    }
    const index = toIndex(segment);
    if (index === undefined) return segment;
    return translate(findingsMessages, locale, 'nth', { n: index + 1 });
  });
}

/**
 * Where a finding is, in words: 記事情報 › 関連ガイド › 3番目, or 22行目 for the body. `line` counts
 * from 1; `undefined` where it is not known, and then only the part is named.
 */
export function placeText(
  finding: Pick<Diagnostic, 'pointer'>,
  line: number | undefined,
  fields: readonly FieldModel[],
  locale: Locale,
): string {
  if (finding.pointer !== undefined) {
    const labels = pointerLabels(finding.pointer, fields, locale);
    return [translate(findingsMessages, locale, 'details'), ...labels].join(' › ');
  }
  if (line === undefined) return '';
  return translate(findingsMessages, locale, 'line', { line });
}
