import type { HistoryVersion } from './history-version.ts';

/** A version with what it takes to know how much forgetting it frees. */
interface SizedVersion extends Pick<HistoryVersion, 'id' | 'at'> {
  /** Versions of one guide with the same hash share their bytes. */
  readonly hash: string;
  readonly bytes: number;
}

interface Aged<Version> {
  readonly guide: string;
  readonly version: Version;
  readonly at: number;
}

/** The versions of one guide; a clock that was set back makes none older than the one before it (F25). */
function agesOf<Version extends SizedVersion>(guide: string, versions: readonly Version[]) {
  let at = 0;
  return versions.map((version): Aged<Version> => {
    at = Math.max(at, version.at);
    return { guide, version, at };
  });
}

/**
 * Versions to forget, by guide: what was kept before `oldest` (milliseconds since 1970), then the oldest
 * of all guides beyond `limit` bytes; never a guide's newest. Versions are given in their order.
 */
export function versionsToForget<Version extends SizedVersion>(
  guides: ReadonlyMap<string, readonly Version[]>,
  oldest: number,
  limit: number,
): ReadonlyMap<string, readonly Version[]> {
  const forgotten = new Map<string, Version[]>();
  const forget = ({ guide, version }: Aged<Version>): void => {
    const others = forgotten.get(guide);
    if (others) others.push(version);
    else forgotten.set(guide, [version]);
  };
  /** How many versions share each text. */
  const uses = new Map<string, number>();
  const textOf = ({ guide, version }: Aged<Version>): string => `${guide} ${version.hash}`;
  const rest: Aged<Version>[] = [];
  let total = 0;
  for (const [guide, versions] of guides) {
    for (const [index, aged] of agesOf(guide, versions).entries()) {
      const isNewest = index === versions.length - 1;
      if (!isNewest && aged.at < oldest) {
        forget(aged);
        continue;
      }
      const before = uses.get(textOf(aged)) ?? 0;
      if (before === 0) total += aged.version.bytes;
      uses.set(textOf(aged), before + 1);
      if (!isNewest) rest.push(aged);
    }
  }
  for (const aged of rest.sort((a, b) => a.at - b.at || a.version.id - b.version.id)) {
    if (total <= limit) break;
    const left = (uses.get(textOf(aged)) ?? 1) - 1;
    uses.set(textOf(aged), left);
    if (left === 0) total -= aged.version.bytes;
    forget(aged);
  }
  return forgotten;
}
