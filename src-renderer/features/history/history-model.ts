import type { HistoryVersion, VersionKind } from '#core/history/history-version';
import { historyMessages } from '#core/messages/history';
import { type Locale, translate } from '#core/messages/messages';

type Key = keyof typeof historyMessages.ja;

/** The words for how a version came to be kept, and a sentence on it. */
export const kindWords = {
  save: { name: 'save', tip: 'saveTip' },
  auto: { name: 'auto', tip: 'autoTip' },
  work: { name: 'work', tip: 'workTip' },
  found: { name: 'found', tip: 'foundTip' },
  'given-up': { name: 'givenUp', tip: 'givenUpTip' },
} as const satisfies Record<VersionKind, { readonly name: Key; readonly tip: Key }>;

function midnight(timeMs: number): number {
  const date = new Date(timeMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** When a version was kept, as people say it: 今日14:32, 昨日9:05, 11月3日 9:05. */
export function versionTime(atMs: number, nowMs: number, locale: Locale): string {
  const at = new Date(atMs);
  const time = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  // Days are not always 24 hours long.
  const days = Math.round((midnight(nowMs) - midnight(atMs)) / 86_400_000);
  if (days === 0) return translate(historyMessages, locale, 'today', { time });
  if (days === 1) return translate(historyMessages, locale, 'yesterday', { time });
  const isThisYear = at.getFullYear() === new Date(nowMs).getFullYear();
  const day = at.toLocaleDateString(locale, {
    month: 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return translate(historyMessages, locale, 'day', { day, time });
}

/** One row of the list. */
export interface VersionRow {
  readonly version: HistoryVersion;
  readonly time: string;
  readonly kind: string;
  /** How much longer or shorter the text is than in the version before; its length where there is none. */
  readonly size: string;
}

function sizeWords(characters: number, before: number | undefined, locale: Locale): string {
  const say = (key: Key, count: number): string =>
    translate(historyMessages, locale, key, { count });
  if (before === undefined) return say('length', characters);
  if (characters === before) return say('asLong', 0);
  return characters > before
    ? say('longer', characters - before)
    : say('shorter', before - characters);
}

/** The rows of the list, the newest first; `versions` has the newest last. */
export function versionRows(
  versions: readonly HistoryVersion[],
  nowMs: number,
  locale: Locale,
): readonly VersionRow[] {
  return versions
    .map((version, index) => ({
      version,
      time: versionTime(version.at, nowMs, locale),
      kind: translate(historyMessages, locale, kindWords[version.kind].name),
      size: sizeWords(version.characters, versions[index - 1]?.characters, locale),
    }))
    .toReversed();
}
