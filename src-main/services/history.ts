import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { HistoryVersion, VersionKind } from '#core/history/history-version';
import { crowdedVersion } from '#core/history/crowded-version';
import { versionsToForget } from '#core/history/versions-to-forget';
import type { RecoveredGuide } from '#core/recovery/recovered-guide';
import { textOfJournal } from '#core/recovery/journal-text';
import { encodeGuide, readBytes } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import {
  createHistoryFolder,
  type HistoryFolder,
  type KeptVersion,
} from '../files/history-folder.ts';
import { openContained } from '../files/read-contained.ts';
import { type Saver, sweepTemporaries } from '../files/saver.ts';
import type { Log } from './log.ts';

/** A folder of guides as its history knows it. */
export interface HistoryPlace {
  readonly id: string;
  readonly root: string;
}

/** Keeps the texts that guides once had, outside of their folder. What goes wrong here never stops a save. */
export interface History {
  /** Keeps a text; false where the disk refused it. Never rejects. */
  keep(place: HistoryPlace, path: string, bytes: Uint8Array, kind: VersionKind): Promise<boolean>;
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
  /**
   * Versions of a guide, the newest last. A guide without any takes over those of one that is gone from the
   * folder and had its very bytes: its file was renamed or moved outside (F37).
   */
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
/** Says which guide a folder is of: its path, in a line of its own. */
const nameFile = 'guide.txt';

/** Makes the history of one application; every window shares it. */
export function createHistory(ports: HistoryPorts): History {
  const { folder: root, saver, now, limit, onFailing, log } = ports;
  let queue: Promise<unknown> = Promise.resolve();
  let failing = false;
  /** Texts known to be kept of each guide, by folder. */
  const known = new Map<string, Set<string>>();
  /** Folders that say which guide they are of. */
  const named = new Set<string>();
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

  async function add(
    folder: string,
    path: string,
    bytes: Uint8Array,
    kind: VersionKind,
  ): Promise<boolean> {
    let kept = true;
    try {
      await open(folder).add(bytes, kind, now());
      await name(folder, path);
      known.set(folder, (known.get(folder) ?? new Set()).add(hashOf(bytes)));
      grown += bytes.byteLength;
      tell(false);
      if (kind === 'auto') await makeRoom(folder);
    } catch (error) {
      kept = false;
      log.failure('history not kept', error);
      tell(true);
    }
    const rested = prunedAt === undefined ? dayMs : Math.abs(now() - prunedAt);
    if (rested >= dayMs || grown > limit * pruneShare) void prune();
    return kept;
  }

  /** Forgets the save before a save, where nobody asked for either and they follow one another closely. */
  async function makeRoom(folder: string): Promise<void> {
    const crowded = crowdedVersion(await open(folder).list());
    if (!crowded) return;
    await open(folder).remove([crowded]);
    known.get(folder)?.delete(crowded.hash);
  }

  /** Notes which guide a folder is of; only this tells whether that guide is still there. */
  async function name(folder: string, path: string): Promise<void> {
    if (named.has(folder)) return;
    // Once for each guide: what a killed save left there.
    await sweepTemporaries(folder);
    const bytes = Buffer.from(path);
    const request = { path: join(folder, nameFile), bytes, expected: 'any', mode: 0o600 } as const;
    if ((await saver.save(request)).ok) named.add(folder);
  }

  /** Whether the guide that a folder is of has left its place; false where that cannot be told. */
  async function isLeft(folder: string, guides: string): Promise<boolean> {
    const path = await readFile(join(folder, nameFile), 'utf8').catch(() => undefined);
    if (path === undefined) return false;
    const opened = await openContained(guides, path);
    if (!opened.ok) return opened.code === 'not-found';
    await opened.file.close();
    return false;
  }

  async function move(before: string, after: string, path: string): Promise<void> {
    for (const folder of [before, after]) {
      known.delete(folder);
      named.delete(folder);
    }
    try {
      await open(after).takeIn(before);
      if ((await readdir(after).catch(() => [])).length > 0) await name(after, path);
    } catch (error) {
      log.failure('history not moved', error);
    }
  }

  /** Takes over the history of a guide that had these bytes and has left its place. */
  async function follow(place: HistoryPlace, path: string, hash: string): Promise<void> {
    const folder = folderOf(place, path);
    if ((await open(folder).list()).length > 0) return;
    for (const other of await readdir(join(root, place.id)).catch(() => [])) {
      const from = join(root, place.id, other);
      if (!guideFolder.test(other) || from === folder) continue;
      const isOfBytes = (await readdir(from)).some((one) => one.endsWith(`-${hash}.md`));
      if (isOfBytes && (await isLeft(from, place.root))) return move(from, folder, path);
    }
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
    const guides = new Map<string, readonly KeptVersion[]>();
    for (const folder of await guideFolders()) {
      try {
        guides.set(folder, await enqueue(() => open(folder).list()));
      } catch (error) {
        log.failure('history not read', error);
      }
    }
    for (const [folder, versions] of versionsToForget(guides, now() - keptMs, limit)) {
      try {
        await enqueue(() => open(folder).remove(versions));
        known.delete(folder);
      } catch (error) {
        log.failure('history not pruned', error);
      }
    }
  }

  return {
    keep: (place, path, bytes, kind) =>
      enqueue(() => add(folderOf(place, path), path, bytes, kind)),
    keepFound: (place, path, hash, read) =>
      enqueue(async () => {
        const folder = folderOf(place, path);
        try {
          if (hash !== null && (await isKept(folder, hash))) return;
          const bytes = await read();
          if (bytes === undefined) return;
          await follow(place, path, hashOf(bytes));
          if (await isKept(folder, hashOf(bytes))) return;
          await add(folder, path, bytes, 'found');
        } catch (error) {
          log.failure('history not kept', error);
          tell(true);
        }
      }),
    move: (place, from, to) =>
      enqueue(async () => {
        const [before, after] = [folderOf(place, from), folderOf(place, to)];
        if (before !== after) await move(before, after, to);
      }),
    list: (place, path) =>
      enqueue(async () => {
        const folder = open(folderOf(place, path));
        const versions = await folder.list();
        if (versions.length > 0) return versions;
        const bytes = await readBytes(place.root, path);
        if (bytes !== undefined) await follow(place, path, hashOf(bytes));
        return folder.list();
      }),
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
