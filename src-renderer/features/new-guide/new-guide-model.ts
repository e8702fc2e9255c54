import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType } from '#core/catalog/workspace-config';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { fold } from '#core/text/fold';

/** What the author answered in the dialog. */
export interface NewGuideAnswers {
  readonly type: string;
  /** Path of the guide whose chapters the new one takes, where it does. */
  readonly from?: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly category: string;
}

/** The folder of a guide type with its `/`, as it stands before the name of a file; empty at the top. */
export function folderOf({ folder }: Pick<GuideType, 'folder'>): string {
  const trimmed = folder.replace(/\/+$/, '');
  return trimmed === '' || trimmed === '.' ? '' : `${trimmed}/`;
}

/** One chapter as the outline shows it. */
export interface OutlineLine {
  readonly id: string;
  readonly heading: string;
  readonly required: boolean;
  /** Whether it starts with a table. */
  readonly table: boolean;
}

const mostOffered = 6;

/** The guides whose name, title or URL name has every word of a search, those whose name begins with it first. */
export function guidesFor(query: string, entries: readonly GuideEntry[]): readonly GuideEntry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const start = fold(query).trim();
  const found = entries.filter(({ kind, name, title, slug }) => {
    if (kind !== 'guide') return false;
    const text = fold(`${name} ${title} ${slug}`);
    return words.every((word) => text.includes(word));
  });
  const rank = ({ name }: GuideEntry): number => (fold(name).startsWith(start) ? 0 : 1);
  return found
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'ja'))
    .slice(0, mostOffered);
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
    const table = /^\|.*\|\s*\n\|[\s:|-]+\|/m.test(section.body);
    return { id: section.id, heading, required: section.required, table };
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
