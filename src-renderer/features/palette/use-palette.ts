import { useMemo } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { useSettingsStore } from '../../stores/settings-store.ts';
import {
  type Availability,
  commandItems,
  createPaletteIndex,
  guideItems,
  type PaletteHit,
  withoutQuery,
} from './palette-model.ts';

interface PaletteInput {
  readonly mode: 'all' | 'actions';
  readonly entries: readonly GuideEntry[];
  readonly vocabulary: Vocabulary;
  readonly available: Availability;
  readonly recentPaths: readonly string[];
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
  const recent = input.recentPaths.join('\n');
  return useMemo(
    () => (query.trim() === '' ? withoutQuery(items, recent.split('\n')) : index.search(query)),
    [items, index, query, recent],
  );
}
