import { useMemo } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { guideListMessages } from '#core/messages/guide-list';
import type { Locale } from '#core/messages/messages';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import {
  filterWords,
  groupRows,
  type GuideRow,
  type GuideScope,
  type GuideSort,
  hasFindings,
  inScope,
  isNotExported,
  matchesWords,
  plainRows,
  sortEntries,
} from './guide-list-model.ts';

interface GuideRowsInput {
  readonly entries: readonly GuideEntry[];
  readonly vocabulary: Vocabulary;
  readonly sort: GuideSort;
  readonly groupByCategory: boolean;
  readonly filter: string;
  readonly scope: GuideScope;
}

interface GuideRows {
  readonly rows: readonly GuideRow[];
  /** Guides among the rows. */
  readonly hits: number;
  readonly words: readonly string[];
  /** How many guides fit the filter in each scope; `notExported` is undefined until a target is known. */
  readonly notExported: number | undefined;
  readonly withFindings: number;
  readonly locale: Locale;
  readonly compact: boolean;
}

/** Sorts once per change of the folder, filters on each key, and groups what is left. */
export function useGuideRows(input: GuideRowsInput): GuideRows {
  const { entries, vocabulary, sort, groupByCategory, filter, scope } = input;
  const locale = useSettingsStore((state) => state.locale);
  const compact = useSettingsStore((state) => state.settings.density === 'compact');
  const text = useText(guideListMessages);
  const sorted = useMemo(() => sortEntries(entries, sort, locale), [entries, sort, locale]);
  const words = useMemo(() => filterWords(filter), [filter]);
  const matching = useMemo(
    () => sorted.filter((entry) => matchesWords(entry, words)),
    [sorted, words],
  );
  const shown = useMemo(() => matching.filter((entry) => inScope(entry, scope)), [matching, scope]);
  const rows = useMemo(() => {
    if (!groupByCategory) return plainRows(shown);
    const labels = { noCategory: text('noCategory'), others: text('others') };
    return groupRows(shown, vocabulary['category'] ?? [], labels, locale);
  }, [shown, groupByCategory, vocabulary, text, locale]);
  const targetKnown = useMemo(
    () => entries.some((entry) => entry.siteState !== 'unknown'),
    [entries],
  );
  return {
    rows,
    hits: shown.length,
    words,
    notExported: targetKnown ? matching.filter(isNotExported).length : undefined,
    withFindings: matching.filter(hasFindings).length,
    locale,
    compact,
  };
}
