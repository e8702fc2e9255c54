import type { HistoryVersion } from './history-version.ts';

/** Saves that nobody asked for are kept this far apart (milliseconds); the newest of them always is. */
const apartMs = 5 * 60 * 1000;

/**
 * The version that a list of them can do without now that its last one was kept: one that was saved
 * without being told to, between that and another less than five minutes before it. So saving every few
 * seconds fills no history, and what the author saved, found or gave up is never touched.
 */
export function crowdedVersion<Version extends Pick<HistoryVersion, 'at' | 'kind'>>(
  versions: readonly Version[],
): Version | undefined {
  const [before, between, last] = versions.slice(-3);
  if (!before || between?.kind !== 'auto' || last?.kind !== 'auto') return undefined;
  // A clock that was set back says nothing: both stay.
  const apart = between.at - before.at;
  return apart >= 0 && apart < apartMs ? between : undefined;
}
