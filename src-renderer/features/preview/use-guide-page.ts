import { useMemo } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { DetailsData } from '#core/document/json-data';
import { createGuidePage, type GuidePage } from '#core/markdown/page';

/** The page around the body, from the guide details. */
export function useGuidePage(
  details: DetailsData,
  entries: ReadonlyMap<string, GuideEntry>,
  vocabulary: Vocabulary,
): GuidePage {
  return useMemo(
    () => createGuidePage(details, entries.values(), vocabulary),
    [details, entries, vocabulary],
  );
}
