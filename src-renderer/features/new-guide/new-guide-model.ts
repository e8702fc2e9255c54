import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType } from '#core/catalog/workspace-config';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { fold } from '#core/text/fold';

/** What the author answered in the dialog. */
export interface NewGuideAnswers {
  readonly type: string;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly category: string;
}

const slugForm = /^[a-z0-9]+(_[a-z0-9]+)*$/;

/** The URL name that a Latin name suggests: `Prompt Engineer` becomes `prompt_engineer`; empty where nothing is left. */
export function proposeSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll('#', ' sharp ')
    .replaceAll('+', ' plus ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** What stands against a URL name. */
export type SlugProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'form' }
  | { readonly kind: 'taken'; readonly name: string };

/** Checks a URL name against its form, the URL names in use and the file it would make. */
export function checkSlug(
  slug: string,
  entries: readonly GuideEntry[],
  folder: string,
): SlugProblem | undefined {
  if (slug === '') return { kind: 'empty' };
  if (!slugForm.test(slug)) return { kind: 'form' };
  // File systems that ignore case must not lose a guide either.
  const path = newGuidePath(slug, folder).toLowerCase();
  const taken = entries.find((entry) => entry.slug === slug || entry.path.toLowerCase() === path);
  return taken === undefined ? undefined : { kind: 'taken', name: taken.name };
}

/** The file that a new guide makes, relative to the folder of guides. */
export function newGuidePath(slug: string, folder: string): string {
  const trimmed = folder.replace(/\/+$/, '');
  return trimmed === '' || trimmed === '.' ? `${slug}.md` : `${trimmed}/${slug}.md`;
}

/** One chapter as the outline shows it. */
export interface OutlineLine {
  readonly id: string;
  readonly heading: string;
  readonly required: boolean;
}

const keycaps = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣', '🔟'];

/** The chapters of a guide type with their numbers and the name filled in. */
export function outlineOf(type: GuideType, name: string): readonly OutlineLine[] {
  let numbered = 0;
  return type.sections.map((section) => {
    const keycap = section.heading.includes('{keycap}') ? (keycaps[numbered++] ?? '') : '';
    const heading = section.heading
      .replace(/^#+\s*/, '')
      .replaceAll('{keycap}', keycap)
      .replaceAll('{name}', name === '' ? '…' : name)
      .trim();
    return { id: section.id, heading, required: section.required };
  });
}

/** How many of the fields a new guide starts with a value in: those of the type, and those asked for. */
export function filledFields(
  type: GuideType,
  fields: readonly FieldModel[],
  answers: NewGuideAnswers,
): number {
  const asked: Readonly<Record<string, string>> = {
    title: answers.title,
    slug: answers.slug,
    category: answers.category,
  };
  return fields.filter(({ name }) => {
    if (Object.hasOwn(asked, name)) return asked[name] !== '';
    const value = type.frontMatter[name];
    return (
      value !== undefined &&
      value !== '' &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0)
    );
  }).length;
}

const shortTitle = 4;

/** A guide whose title shares its middle with this one: at least half of the letter pairs are the same. */
export function similarTitle(
  title: string,
  entries: readonly GuideEntry[],
): GuideEntry | undefined {
  const pairs = letterPairs(title);
  if (pairs.size === 0 || displayWidth(title) < shortTitle) return undefined;
  let best: GuideEntry | undefined;
  let bestShare = 0.5;
  for (const entry of entries) {
    const other = letterPairs(entry.title);
    if (other.size === 0) continue;
    const common = [...pairs].filter((pair) => other.has(pair)).length;
    const share = (2 * common) / (pairs.size + other.size);
    if (share < bestShare) continue;
    best = entry;
    bestShare = share;
  }
  return best;
}

function letterPairs(text: string): ReadonlySet<string> {
  const letters = [...fold(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
