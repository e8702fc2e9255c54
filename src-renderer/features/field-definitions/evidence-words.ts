import type { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { FieldEvidence, Outlier } from '#core/schema/schema-proposal';

type Key = keyof typeof fieldDefinitionsMessages.ja;

/** One sentence about a field, as the key of its words and what to fill in. */
export interface EvidenceSentence {
  readonly key: Key;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Values to be named in the sentence as `values`. */
  readonly names?: readonly string[];
  /** Rules and forms that are shown as they are written. */
  readonly code?: string;
}

/** So many choices are named; the others are only counted. */
const namedChoices = 12;

const formatKinds: Readonly<Record<string, Key>> = {
  date: 'kindDate',
  'date-time': 'kindDateTime',
  uri: 'kindUrl',
  url: 'kindUrl',
  'uri-reference': 'kindUrl',
  email: 'kindEmail',
};

const typeKinds: Readonly<Record<FieldEvidence['type'], Key>> = {
  string: 'kindString',
  integer: 'kindInteger',
  number: 'kindNumber',
  boolean: 'kindBoolean',
  array: 'kindArray',
  object: 'kindObject',
  null: 'kindNull',
  mixed: 'kindMixed',
};

const knownPatterns: Readonly<Record<string, Key>> = {
  '^[a-z0-9]+(_[a-z0-9]+)*$': 'patternSnake',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'patternKebab',
  '^/': 'patternPath',
};

/** The kind of one value in a plain word: what it is for a writer, before what it is in the file. */
function kindOfOne(evidence: FieldEvidence, type: FieldEvidence['type']): Key {
  if (evidence.relation) return 'kindRelation';
  if (evidence.sitePath) return 'kindImage';
  if (evidence.enum) return 'kindChoice';
  if (evidence.vocabulary) return 'kindVocabulary';
  const format = evidence.format === undefined ? undefined : formatKinds[evidence.format];
  return format ?? typeKinds[type];
}

/** The kind of value, as the key of its words; a list also says what its items are, where that is known. */
export function kindOf(evidence: FieldEvidence): { readonly key: Key; readonly items?: Key } {
  const { type, items } = evidence;
  if (type !== 'array') return { key: kindOfOne(evidence, type) };
  if (items === undefined) return { key: 'kindArray' };
  return { key: 'kindListOf', items: kindOfOne(evidence, items) };
}

/** Whether a field lies in a list, so that rows are counted instead of guides. */
export function isInList({ pointer }: FieldEvidence): boolean {
  return pointer.includes('/*');
}

/** What was found of a field, sentence by sentence: where it is, what it holds, how it is written. */
export function evidenceSentences(evidence: FieldEvidence): readonly EvidenceSentence[] {
  const { present, of, required, pattern, format, vocabulary, relation, width, meant } = evidence;
  const sentences: EvidenceSentence[] = [
    { key: isInList(evidence) ? 'presentInRows' : 'presentInGuides', values: { present, of } },
    meant === undefined
      ? { key: required ? 'required' : 'optional' }
      : { key: 'meant', values: { name: meant } },
  ];
  if (relation) sentences.push({ key: 'relation', values: { field: relation.field } });
  if (evidence.sitePath) sentences.push({ key: 'image' });
  if (evidence.enum) {
    const names = evidence.enum.slice(0, namedChoices).map(String);
    const key = names.length < evidence.enum.length ? 'moreChoices' : 'choices';
    sentences.push({ key, values: { count: evidence.enum.length }, names });
  }
  if (vocabulary) sentences.push({ key: 'vocabulary', values: { ...vocabulary } });
  if (pattern !== undefined) {
    const known = knownPatterns[pattern];
    sentences.push(known ? { key: known } : { key: 'patternOther', code: pattern });
  }
  if (format !== undefined && !formatKinds[format]) {
    sentences.push({ key: 'formatOther', code: format });
  }
  if (width && width.max > 0) {
    sentences.push({ key: width.min === width.max ? 'widthOne' : 'width', values: { ...width } });
  }
  return sentences;
}

const reasons: Readonly<Record<Outlier['reason'], Key>> = {
  missing: 'outlierMissing',
  type: 'outlierType',
  pattern: 'outlierPattern',
  value: 'outlierValue',
  format: 'outlierFormat',
};

/** Why a value is not like the others, by the key of its words. */
export function outlierReason({ reason }: Outlier): Key {
  return reasons[reason];
}
