import type { ParsedGuide } from '../document/parse-guide.ts';
import { joinPointer, nodeAt, rangeOf, type TextRange, valueAt } from '../document/pointer.ts';
import type { FieldModel } from '../schema/field-model.ts';
import { fieldValues } from '../schema/field-values.ts';
import { type BodyRecord, type BodyReference, bodyStart } from './body-record.ts';

/** A value in a guide that names something else: where it stands and what it says. */
export interface Reference extends TextRange {
  readonly value: string;
  /** JSON pointer of the value; absent in the body, and then the range holds the bare address. */
  readonly pointer?: string;
}

/** A value that must equal a field of another guide. */
export interface Relation extends Reference {
  /** Name of that field, as a rule `slug`. */
  readonly field: string;
}

/** A value that should be one of a vocabulary list. */
export interface Choice extends Reference {
  /** Name of the list in vocabulary.json. */
  readonly list: string;
}

/** A list of relations, and how one more is put at its end. */
export interface RelationList extends TextRange {
  readonly pointer: string;
  /** Field of the other guides, as a rule `slug`. */
  readonly field: string;
  readonly insertAt: number;
  /** What parts a new item from the one before it; empty in an empty list. */
  readonly separator: string;
}

/** What the workspace keeps of one guide: enough to check every reference between guides without its text. */
export interface GuideRecord {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** `other` is a Markdown file without guide details. */
  readonly kind: 'guide' | 'other';
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly keywords: readonly string[];
  /** Site path of the list image; empty where there is none. */
  readonly thumbnail: string;
  /** Values by field name that relations of other guides may name; `slug` where there is one. */
  readonly keys: Readonly<Record<string, Reference>>;
  readonly relations: readonly Relation[];
  /** Values to be chosen from a vocabulary list, such as the category. */
  readonly choices: readonly Choice[];
  /** The other values that belong to a vocabulary list, which may grow with every guide. */
  readonly words: readonly Choice[];
  /** Where another related guide can be put in; absent where the details cannot be edited. */
  readonly relationLists: readonly RelationList[];
  /** Site paths of images, in guide details and body. */
  readonly images: readonly Reference[];
  /** Addresses of links in the body that may lead to another guide. */
  readonly links: readonly Reference[];
  /** Values in use by the name of their vocabulary list. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The file's name without folder and ending. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** The fields of other guides that relations name, at any depth and in every form. */
function relatedFields(fields: readonly FieldModel[]): readonly string[] {
  return fields.flatMap((field) => [
    ...(field.relation ? [field.relation.field] : []),
    ...relatedFields(field.children ?? []),
    ...relatedFields(
      [...(field.variants ?? []), ...(field.itemVariants ?? [])].map((one) => one.field),
    ),
  ]);
}

/** The lists of relations at the top of the guide details, where one more can be put. */
function relationLists(parsed: ParsedGuide, fields: readonly FieldModel[]): RelationList[] {
  if (!parsed.editable || !parsed.root) return [];
  return fields.flatMap(({ widget, relation, name }) => {
    const pointer = joinPointer('', name);
    const node = widget === 'relations' && parsed.root ? nodeAt(parsed.root, pointer) : undefined;
    if (!relation || node?.type !== 'array') return [];
    const items = node.children ?? [];
    const last = items.at(-1);
    const range = { from: node.offset, to: node.offset + node.length };
    const list = { pointer, field: relation.field, ...range };
    if (!last) return [{ ...list, insertAt: range.from + 1, separator: '' }];
    // As the last item is parted from what stands before it.
    const before = items.at(-2);
    const from = before ? before.offset + before.length : range.from + 1;
    const gap = parsed.text.slice(from, last.offset);
    const separator = before ? gap : `,${gap === '' ? ' ' : gap}`;
    return [{ ...list, insertAt: last.offset + last.length, separator }];
  });
}

/** Reads what the workspace keeps of a guide; `fields` says which values are relations, images and vocabulary. */
export function readGuideRecord(
  path: string,
  parsed: ParsedGuide,
  fields: readonly FieldModel[],
  body: BodyRecord,
): GuideRecord {
  const { data } = parsed;
  const relations: Relation[] = [];
  const images: Reference[] = [];
  const choices: Choice[] = [];
  const words: Choice[] = [];
  const terms = new Map<string, string[]>();
  const nowhere: TextRange = { from: parsed.parts.blockFrom, to: parsed.parts.blockFrom };
  const place = (pointer: string): TextRange => rangeOf(parsed, pointer) ?? nowhere;

  for (const { field, pointer, value } of fieldValues(data, fields)) {
    if (typeof value !== 'string' || value === '') continue;
    const reference: Reference = { value, pointer, ...place(pointer) };
    if (field.relation) relations.push({ ...reference, field: field.relation.field });
    const isImage = field.widget === 'image' || field.sitePath?.kind === 'image';
    if (isImage && value.startsWith('/')) images.push(reference);
    if (field.vocabulary !== undefined) {
      // Lists of several values may grow with every guide; a single choice may not.
      const kept = field.widget === 'category' ? choices : words;
      kept.push({ ...reference, list: field.vocabulary });
      const list = terms.get(field.vocabulary);
      if (list) list.push(value);
      else terms.set(field.vocabulary, [value]);
    }
  }

  const keys: Record<string, Reference> = {};
  const keyFields = new Set(['slug', ...relatedFields(fields)]);
  for (const field of keyFields) {
    const pointer = `/${field}`;
    const value = textOf(valueAt(data, pointer));
    if (value !== '') keys[field] = { value, pointer, ...place(pointer) };
  }

  const bodyFrom = bodyStart(parsed);
  const inText = (reference: BodyReference): Reference => ({
    value: reference.value,
    from: reference.from + bodyFrom,
    to: reference.to + bodyFrom,
  });
  return {
    path,
    kind: parsed.parts.kind === 'none' ? 'other' : 'guide',
    name: body.name === '' ? stemOf(path) : body.name,
    title: textOf(valueAt(data, '/title')),
    slug: textOf(valueAt(data, '/slug')),
    category: textOf(valueAt(data, '/category')),
    tags: textsOf(valueAt(data, '/tags')),
    keywords: textsOf(valueAt(data, '/keywords')),
    thumbnail: textOf(valueAt(data, '/thumbnail')) || (images[0]?.value ?? ''),
    keys,
    relations,
    choices,
    words,
    relationLists: relationLists(parsed, fields),
    images: [...images, ...body.images.map(inText)],
    links: body.links.map(inText),
    terms: Object.fromEntries(terms),
  };
}
