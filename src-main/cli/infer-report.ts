import { inferMessages } from '#core/messages/infer';
import { type Locale, type MessageValues, translate } from '#core/messages/messages';
import type { FieldEvidence, Outlier, SchemaProposal } from '#core/schema/schema-proposal';
import { toVisible } from './check-report.ts';

type Key = keyof typeof inferMessages.ja;

const reasons: Readonly<Record<Outlier['reason'], Key>> = {
  missing: 'missing',
  type: 'type',
  pattern: 'patternMiss',
  value: 'value',
  format: 'formatMiss',
};

/** Puts texts into the chosen language. */
type Say = (key: Key, values?: MessageValues) => string;

function kindOf({ type, items }: FieldEvidence, say: Say): string {
  return items === undefined ? say(type) : say('listOf', { items: say(items) });
}

/** What is proposed for a field beyond its kind, with what speaks for it, one a line. */
function* rulesOf(field: FieldEvidence, say: Say): Generator<string> {
  const { meant, pattern, format, enum: choices, vocabulary, relation, sitePath, width } = field;
  if (meant !== undefined) yield say('meant', { name: meant });
  if (pattern !== undefined) yield say('pattern', { pattern });
  if (format !== undefined) yield say('formatAs', { format });
  if (choices) yield say('choices', { values: choices.join(say('valueSeparator')) });
  if (vocabulary) yield say('vocabulary', { name: vocabulary.name, count: vocabulary.terms });
  if (relation) yield say('relation', { field: relation.field });
  if (sitePath) yield say('image');
  if (width) yield say(width.min === width.max ? 'widthOne' : 'width', width);
}

/** The name of a field for people: `/faq/*` + `/question` is `faq › question`. */
function nameOf(pointer: string): string {
  const segments = pointer.slice(1).split('/');
  const names = segments.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.filter((name) => name !== '*').join(' › ');
}

function* linesOf(field: FieldEvidence, say: Say): Generator<string> {
  const { pointer, present, of, required, outliers, outlierCount } = field;
  const presence = say(pointer.includes('/*/') ? 'presenceRows' : 'presence', { present, of });
  const need = say(required ? 'required' : 'optional');
  yield `${nameOf(pointer)}  ${kindOf(field, say)}  ${presence}  ${need}`;
  for (const rule of rulesOf(field, say)) yield `    ${rule}`;
  if (outlierCount === 0) return;
  yield `    ${say('outliers', { count: outlierCount })}`;
  for (const { path, pointer: at, reason, value } of outliers) {
    yield `      ${[path, at, say(reasons[reason]), value].filter((part) => part !== '').join('  ')}`;
  }
  const rest = outlierCount - outliers.length;
  if (rest > 0) yield `      ${say('more', { count: rest })}`;
}

/** The report for people: each field with its evidence, and the guides that differ by file. */
export function toInferText(proposal: SchemaProposal, locale: Locale): string {
  const say: Say = (key, values) => translate(inferMessages, locale, key, values);
  const { guides, skipped, fields, current } = proposal;
  const lines = [
    guides === 0 ? say('none') : say('heading', { count: guides, fields: fields.length }),
    ...(current ? [say('current', { path: current.path })] : []),
    '',
    ...fields.flatMap((field) => [...linesOf(field, say), '']),
    ...(skipped.length > 0
      ? [say('skippedTitle', { count: skipped.length }), ...skipped.map((path) => `  ${path}`), '']
      : []),
    ...(guides > 0 ? [say('next')] : []),
  ];
  return `${lines.map(toVisible).join('\n')}\n`;
}
