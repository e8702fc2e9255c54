import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { HistoryVersion, VersionKind } from '#core/history/history-version';
import type { RecoveredGuide } from '#core/recovery/recovered-guide';
import { textOfJournal } from '#core/recovery/journal-text';
import { encodeGuide } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import {
  createHistoryFolder,
  type HistoryFolder,
  type KeptVersion,
} from '../files/history-folder.ts';
import type { Saver } from '../files/saver.ts';
import type { Log } from './log.ts';

/** A folder of guides as its history knows it. */
export interface HistoryPlace {
  readonly id: string;
}

/** Keeps the texts that guides once had, outside of their folder. What goes wrong here never stops a save. */
export interface History {
  /** Keeps a text; settles when that is done, or was refused by the disk. Never rejects. */
  keep(place: HistoryPlace, path: string, bytes: Uint8Array, kind: VersionKind): Promise<void>;
  /**
   * Keeps what lies in a file that is about to be replaced, unless it is kept already. `hash` is what
   * should lie there, `null` where nobody knows; only where that is not kept is the file read. Never rejects.
   */
  keepFound(
    place: HistoryPlace,
    path: string,
    hash: string | null,
    read: () => Promise<Uint8Array | undefined>,
  ): Promise<void>;
  /** The file has another name now; its history goes along, behind what was there under that name. */
  move(place: HistoryPlace, from: string, to: string): Promise<void>;
  /** Versions of a guide, the newest last. */
  list(place: HistoryPlace, path: string): Promise<readonly HistoryVersion[]>;
  /** The bytes of a version; `undefined` where they are gone or damaged. */
  read(place: HistoryPlace, path: string, id: number): Promise<Uint8Array | undefined>;
  /** Forgets what is too old or too much, each guide's newest version excepted. */
  prune(): Promise<void>;
  /** Settles when everything told so far is kept. */
  idle(): Promise<void>;
}

/** What the history needs of the rest of the application. */
export interface HistoryPorts {
  readonly folder: string;
  readonly saver: Saver;
  readonly now: () => number;
  /** Bytes of all guides together. */
  readonly limit: number;
  /** Whether versions cannot be kept at the moment; told when it changes. */
  readonly onFailing: (failing: boolean) => void;
  readonly log: Log;
}

const dayMs = 24 * 60 * 60 * 1000;
const keptMs = 30 * dayMs;
/** Between two looks at everything, so much of the limit may be used up anew. */
const pruneShare = 1 / 16;

const guideFolder = /^[0-9a-f]{16}$/;

/** A version with the folder it lies in and the time that counts for its age. */
interface Aged {
  readonly folder: string;
  readonly version: KeptVersion;
  readonly at: number;
}

/** The versions of one guide; a clock that was set back makes none older than the one before it (F25). */
function agesOf(folder: string, versions: readonly KeptVersion[]): Aged[] {
  let at = 0;
  return versions.map((version) => {
    at = Math.max(at, version.at);
    return { folder, version, at };
  });
}

/** Makes the history of one application; every window shares it. */
export function createHistory(ports: HistoryPorts): History {
  const { folder: root, saver, now, limit, onFailing, log } = ports;
  let queue: Promise<unknown> = Promise.resolve();
  let failing = false;
  /** Texts known to be kept of each guide, by folder. */
  const known = new Map<string, Set<string>>();
  let grown = 0;
  let prunedAt: number | undefined;

  const folderOf = ({ id }: HistoryPlace, path: string): string =>
    join(root, id, hashOf(path).slice(0, 16));
  const open = (folder: string): HistoryFolder => createHistoryFolder(folder, saver);

  /** One thing at a time: a folder is never written and moved at once. */
  function enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  function tell(isFailing: boolean): void {
    if (failing !== isFailing) onFailing(isFailing);
    failing = isFailing;
  }

  async function add(folder: string, bytes: Uint8Array, kind: VersionKind): Promise<void> {
    try {
      await open(folder).add(bytes, kind, now());
      known.set(folder, (known.get(folder) ?? new Set()).add(hashOf(bytes)));
      grown += bytes.byteLength;
      tell(false);
    } catch (error) {
      log.failure('history not kept', error);
      tell(true);
    }
    const rested = prunedAt === undefined ? dayMs : Math.abs(now() - prunedAt);
    if (rested >= dayMs || grown > limit * pruneShare) void prune();
  }

  async function isKept(folder: string, hash: string): Promise<boolean> {
    const texts = known.get(folder) ?? new Set<string>();
    if (texts.has(hash)) return true;
    for (const version of await open(folder).list()) texts.add(version.hash);
    known.set(folder, texts);
    return texts.has(hash);
  }

  async function guideFolders(): Promise<string[]> {
    const found: string[] = [];
    for (const id of await readdir(root).catch(() => [])) {
      for (const name of await readdir(join(root, id)).catch(() => [])) {
        if (guideFolder.test(name)) found.push(join(root, id, name));
      }
    }
    return found;
  }

  /** Looks at one guide after another, so that a save in between waits for one of them at most. */
  async function prune(): Promise<void> {
    prunedAt = now();
    grown = 0;
    const guides: Aged[][] = [];
    for (const folder of await guideFolders()) {
      try {
        guides.push(agesOf(folder, await enqueue(() => open(folder).list())));
      } catch (error) {
        log.failure('history not read', error);
      }
    }
    for (const [folder, versions] of toForget(guides, now() - keptMs, limit)) {
      try {
        await enqueue(() => open(folder).remove(versions));
        known.delete(folder);
      } catch (error) {
        log.failure('history not pruned', error);
      }
    }
  }

  return {
    keep: (place, path, bytes, kind) => enqueue(() => add(folderOf(place, path), bytes, kind)),
    keepFound: (place, path, hash, read) =>
      enqueue(async () => {
        const folder = folderOf(place, path);
        try {
          if (hash !== null && (await isKept(folder, hash))) return;
          const bytes = await read();
          if (bytes === undefined || (await isKept(folder, hashOf(bytes)))) return;
          await add(folder, bytes, 'found');
        } catch (error) {
          log.failure('history not kept', error);
          tell(true);
        }
      }),
    move: (place, from, to) =>
      enqueue(async () => {
        const [before, after] = [folderOf(place, from), folderOf(place, to)];
        if (before === after) return;
        known.delete(before);
        known.delete(after);
        try {
          await open(after).takeIn(before);
        } catch (error) {
          log.failure('history not moved', error);
        }
      }),
    list: (place, path) => enqueue(() => open(folderOf(place, path)).list()),
    read: (place, path, id) => enqueue(() => open(folderOf(place, path)).read(id)),
    prune,
    async idle() {
      await queue;
    },
  };
}

/** Keeps the text of a journal that is put aside. */
export async function keepGivenUp(
  history: Pick<History, 'keep'>,
  place: HistoryPlace,
  path: string,
  guide: RecoveredGuide,
): Promise<void> {
  const bytes = encodeGuide(await textOfJournal(guide, setImmediate), guide.base.bom);
  if (bytes) await history.keep(place, path, bytes, 'given-up');
}

/** Versions to forget, by folder: what is older than `oldest`, then the oldest beyond `limit` bytes; never a guide's newest. */
function toForget(
  guides: readonly (readonly Aged[])[],
  oldest: number,
  limit: number,
): ReadonlyMap<string, readonly KeptVersion[]> {
  const forgotten = new Map<string, KeptVersion[]>();
  const forget = ({ folder, version }: Aged): void => {
    forgotten.set(folder, [...(forgotten.get(folder) ?? []), version]);
  };
  /** How many versions share each text. */
  const uses = new Map<string, number>();
  const textOf = ({ folder, version }: Aged): string => `${folder} ${version.hash}`;
  const rest: Aged[] = [];
  let total = 0;
  for (const versions of guides) {
    for (const [index, aged] of versions.entries()) {
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
