import { splitGuide } from '../document/guide-parts.ts';
import type { TextRange } from '../document/pointer.ts';
import { stringifyDetails } from '../document/stringify-details.ts';
import { catalogMessages } from '../messages/catalog.ts';
import { type Localized, localize, type MessageValues } from '../messages/messages.ts';
import type { FieldModel } from '../schema/field-model.ts';
import { maxSlugLength, reservedSlug, slugPattern } from './slug.ts';
import type { GuideType } from './workspace-config.ts';

/** What the author enters for a new guide. */
export interface NewGuideAnswers {
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly category: string;
}

/** What the workspace knows that a new guide must not collide with. */
export interface ExistingGuides {
  bySlug(slug: string): readonly string[];
  /** Whether a file lies at this path; case and the encoding of accents do not count. */
  hasFile(path: string): boolean;
}

/** What keeps a guide from being made: the field, and why. */
export interface NewGuideRefusal {
  readonly ok: false;
  readonly field: 'slug' | 'name' | 'title';
  readonly reason: 'refused' | 'exists';
  readonly message: Localized;
}

/** The new guide, or what keeps it from being made. */
export type NewGuide =
  { readonly ok: true; readonly path: string; readonly text: string } | NewGuideRefusal;

/** The chapter number as an emoji: 1️⃣ to 9️⃣, 🔟, then plain digits. */
export function toKeycap(number: number): string {
  if (number < 10) return `${String(number)}\ufe0f\u20e3`;
  return number === 10 ? '🔟' : `${String(number)}.`;
}

/** Fills `{name}` places; places without a value stay as they are written. */
export function fillPlaces(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}

function fillDeep(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return fillPlaces(value, values);
  if (Array.isArray(value)) return value.map((item) => fillDeep(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, fillDeep(child, values)]),
  );
}

function refuse(
  field: 'slug' | 'name' | 'title',
  key: keyof typeof catalogMessages.ja,
  values: MessageValues = {},
  reason: 'refused' | 'exists' = 'refused',
): NewGuideRefusal {
  return { ok: false, field, reason, message: localize(catalogMessages, key, values) };
}

/** The value that a required field starts with where neither type nor answers give one. */
function emptyValue(field: FieldModel): unknown {
  if (field.default !== undefined) return field.default;
  if (field.const !== undefined) return field.const;
  switch (field.widget) {
    case 'chips':
    case 'relations':
    case 'object-list':
      return [];
    case 'boolean':
      return false;
    case 'object':
      return {};
    case 'text':
    case 'long-text':
    case 'category':
    case 'image':
    case 'enum':
    case 'url':
    case 'relation':
      return '';
    // Anything written here would look chosen: the field is missed until the author gives it a value.
    case 'date':
    case 'number':
    case 'variants':
    case 'raw':
      return undefined;
  }
}

function detailsOf(
  type: GuideType,
  answers: NewGuideAnswers,
  fields: readonly FieldModel[],
): Record<string, unknown> {
  const values = { name: answers.name, title: answers.title, slug: answers.slug };
  const details: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.required) details[field.name] = emptyValue(field);
  }
  for (const [name, value] of Object.entries(type.frontMatter)) {
    details[name] = fillDeep(value, values);
  }
  Object.assign(details, { slug: answers.slug, title: answers.title });
  if (answers.category !== '' || 'category' in details) details['category'] = answers.category;
  return details;
}

/** What stands against name, title, URL name and file of a guide that is to be made; `undefined` where nothing does. */
export function refuseAnswers(
  { name, title, slug }: Pick<NewGuideAnswers, 'name' | 'title' | 'slug'>,
  path: string,
  existing: ExistingGuides,
): NewGuideRefusal | undefined {
  if (name.trim() === '') return refuse('name', 'nameEmpty');
  if (/[\r\n\u2028\u2029]/.test(name.trim())) return refuse('name', 'nameLines');
  if (/[\r\n\u2028\u2029]/.test(title.trim())) return refuse('title', 'nameLines');
  if (slug === '') return refuse('slug', 'slugEmpty');
  if (!slugPattern.test(slug) || slug.length > maxSlugLength) return refuse('slug', 'slugPattern');
  if (reservedSlug.test(slug)) return refuse('slug', 'slugReserved', { slug });
  if (existing.bySlug(slug).length > 0) return refuse('slug', 'slugTaken', { slug }, 'exists');
  if (existing.hasFile(path)) return refuse('slug', 'fileTaken', { path }, 'exists');
  return undefined;
}

/**
 * The text and place of a new guide of a type: all its chapters in order, the guide details filled
 * in. Refuses an address that the site, another guide or some system's file names cannot take.
 */
export function createNewGuide(
  type: GuideType,
  answers: NewGuideAnswers,
  fields: readonly FieldModel[],
  existing: ExistingGuides,
): NewGuide {
  const { slug } = answers;
  const name = answers.name.trim();
  const title = answers.title.trim();
  const path = type.folder === '' ? `${slug}.md` : `${type.folder}/${slug}.md`;
  const refusal = refuseAnswers(answers, path, existing);
  if (refusal) return refusal;

  const clean = { ...answers, name, title };
  const order = fields.map((field) => field.name);
  const head = stringifyDetails(detailsOf(type, clean, fields), { order });
  const values = { name, title, slug };
  let keycaps = 0;
  const sections = type.sections.map(({ heading, body }) => {
    const keycap = heading.includes('{keycap}') ? { keycap: toKeycap((keycaps += 1)) } : {};
    // A hashtag ends at the first blank.
    const tagged = body.replaceAll('#{name}', `#${name.replace(/\s+/g, '')}`);
    const text = fillPlaces(tagged, { ...values, ...keycap }).trim();
    return `## ${fillPlaces(heading, { ...values, ...keycap })}\n${text === '' ? '' : `\n${text}\n`}`;
  });
  const h1 = `# ${fillPlaces(type.h1, values)}\n`;
  return { ok: true, path, text: [`${head}${h1}`, ...sections].join('\n---\n\n') };
}

/**
 * Where writing begins in a new guide: the text that its first chapter holds as a sample, or the empty
 * line under that chapter's heading. UTF-16 offsets; the end where there is no chapter.
 */
export function writingStart(text: string): TextRange {
  const heading = /^## .*\n/m.exec(text.slice(splitGuide(text).bodyFrom));
  if (!heading) return { from: text.length, to: text.length };
  const from = splitGuide(text).bodyFrom + heading.index + heading[0].length;
  const [, gap = '', first = ''] = /^(\n*)(.*)/.exec(text.slice(from)) ?? [];
  if (first === '' || first === '---' || first.startsWith('#')) return { from, to: from };
  const start = from + gap.length;
  return { from: start, to: start + first.length };
}
