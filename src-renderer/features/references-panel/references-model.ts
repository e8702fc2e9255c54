import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideReference } from '#core/ipc/contract';
import { referencesMessages } from '#core/messages/references';
import { type Locale, translate } from '#core/messages/messages';
import { fieldName } from '#core/schema/field-at';
import type { FieldModel } from '#core/schema/field-model';

/** A row of the panel: a guide above the places in it, or one place. */
export type ReferenceRow =
  | {
      readonly kind: 'guide';
      readonly path: string;
      readonly name: string;
      readonly title: string;
      readonly count: number;
    }
  | { readonly kind: 'place'; readonly name: string; readonly reference: GuideReference };

/** The places under the guides that they stand in, by name of the guide. */
export function referenceRows(
  references: readonly GuideReference[],
  entries: ReadonlyMap<string, GuideEntry>,
): readonly ReferenceRow[] {
  const byPath = new Map<string, GuideReference[]>();
  for (const reference of references) {
    const places = byPath.get(reference.path);
    if (places) places.push(reference);
    else byPath.set(reference.path, [reference]);
  }
  const guides = [...byPath].map(([path, places]) => {
    const entry = entries.get(path);
    return { path, places, name: entry?.name ?? path, title: entry?.title ?? '' };
  });
  guides.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return guides.flatMap(({ path, places, name, title }) => [
    { kind: 'guide', ...{ path, name, title }, count: places.length } as const,
    ...places.map((reference) => ({ kind: 'place', name, reference }) as const),
  ]);
}

/** Where a place is, in words: the field of the guide details, or the line of the body. */
export function placeWords(
  { pointer, line }: GuideReference,
  fields: readonly FieldModel[],
  locale: Locale,
): string {
  if (pointer === undefined) return translate(referencesMessages, locale, 'line', { line });
  const field = fieldName(fields, pointer)[locale];
  return `${translate(referencesMessages, locale, 'details')} › ${field}`;
}

/** The next row with a place from `index` in the direction of `step`; `undefined` past the ends. */
export function nextPlace(
  rows: readonly ReferenceRow[],
  index: number,
  step: 1 | -1,
): number | undefined {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.kind === 'place') return at;
  }
  return undefined;
}
