import { useMemo } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { GuideHeading } from '#core/markdown/guide-headings';
import { useSettingsStore } from '../../stores/settings-store.ts';
import {
  type Availability,
  commandItems,
  createPaletteIndex,
  guideItems,
  headingItems,
  headingQuery,
  type PaletteHit,
  withoutQuery,
} from './palette-model.ts';

interface PaletteInput {
  readonly mode: 'all' | 'actions';
  readonly entries: readonly GuideEntry[];
  readonly vocabulary: Vocabulary;
  readonly available: Availability;
  readonly recentPaths: readonly string[];
  /** Headings of the guide in front; `undefined` until they are known, or where none is. */
  readonly headings: readonly GuideHeading[] | undefined;
}

/** What the palette shows for a query; entries are made ready once per opening. */
export function usePalette(input: PaletteInput, query: string): readonly PaletteHit[] {
  const { mode, entries, vocabulary } = input;
  const { workspace, guide } = input.available;
  const locale = useSettingsStore((state) => state.locale);
  const items = useMemo(
    () => [
      ...commandItems({ workspace, guide }, locale),
      ...(mode === 'all' ? guideItems(entries, vocabulary['category'] ?? [], locale) : []),
    ],
    [mode, entries, vocabulary, workspace, guide, locale],
  );
  const index = useMemo(() => createPaletteIndex(items), [items]);
  const headings = useMemo(() => headingItems(input.headings ?? []), [input.headings]);
  const headingIndex = useMemo(() => createPaletteIndex(headings), [headings]);
  const recent = input.recentPaths.join('\n');
  return useMemo(() => {
    const heading = mode === 'all' ? headingQuery(query) : undefined;
    if (heading !== undefined && heading.trim() === '') {
      return headings.map((item) => ({ item, nameHits: [], noteHits: [], score: 1 }));
    }
    if (heading !== undefined) return headingIndex.search(heading);
    return query.trim() === '' ? withoutQuery(items, recent.split('\n')) : index.search(query);
  }, [mode, items, index, headings, headingIndex, query, recent]);
}
