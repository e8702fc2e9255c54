import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { type HistoryVersion, type VersionKind, versionKinds } from '#core/history/history-version';
import { hashOf } from './hash.ts';
import { type Saver, sweepTemporaries } from './saver.ts';
import { absent } from './write-file.ts';

/** A version as its folder keeps it. */
export interface KeptVersion extends HistoryVersion {
  /** SHA-256 (hex) of its bytes; versions with the same text share one file. */
  readonly hash: string;
  readonly bytes: number;
}

/**
 * The versions of one guide. Each text is a file, whose name says everything of the newest version that
 * has it, so that keeping a version costs one file however many there are; an index says of the earlier
 * versions with a text that came back. Without the index every text is still there.
 */
export interface HistoryFolder {
  /** In the order they were kept. A damaged index is moved aside. */
  list(): Promise<readonly KeptVersion[]>;
  /** Keeps a text, unless it is the newest one already. Throws. */
  add(bytes: Uint8Array, kind: VersionKind, at: number): Promise<void>;
  /** The bytes of a version; `undefined` where it is gone or no longer what was written, then it is moved aside. */
  read(id: number): Promise<Uint8Array | undefined>;
  /** Forgets versions; a text goes when no version has it any more. */
  remove(gone: readonly KeptVersion[]): Promise<void>;
  /** Puts everything of another folder behind what is here; that folder is gone then. */
  takeIn(other: string): Promise<void>;
}

// <id>-<time>-<kind>-<bytes>-<characters>-<hash>.md
const contentName = /^(\d{8,12})-(\d{1,16})-([a-z-]+)-(\d{1,12})-(\d{1,12})-([0-9a-f]{64})\.md$/;
const count = z.number().int().nonnegative();
const indexSchema = z.object({
  format: z.literal(1),
  earlier: z.array(
    z.object({
      id: count.positive(),
      at: z.number(),
      kind: z.enum(versionKinds),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: count,
      characters: count,
    }),
  ),
});

/** Code points of UTF-8: the bytes that continue none. */
function charactersOf(bytes: Uint8Array): number {
  let characters = 0;
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) characters += 1;
  return characters;
}

function nameOf({ id, at, kind, bytes, characters, hash }: KeptVersion): string {
  const number = String(id).padStart(8, '0');
  return `${number}-${Math.max(0, Math.round(at))}-${kind}-${bytes}-${characters}-${hash}.md`;
}

function readName(name: string): KeptVersion | undefined {
  const match = contentName.exec(name);
  const kind = versionKinds.find((one) => one === match?.[3]);
  if (!match || !kind) return undefined;
  const [, id, at, , bytes, characters, hash = ''] = match;
  // Written out: there may be thousands, and spreading takes ten times as long.
  return {
    id: Number(id),
    at: Number(at),
    kind,
    hash,
    bytes: Number(bytes),
    characters: Number(characters),
  };
}

interface State {
  /** All of them, in their order. */
  readonly versions: readonly KeptVersion[];
  /** Path of the file of each text, by its hash. */
  readonly contents: ReadonlyMap<string, string>;
  readonly nextId: number;
}

/** Where a folder of versions has its index. */
const indexOf = (folder: string): string => join(folder, 'index.json');

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function readIndex(folder: string): Promise<readonly KeptVersion[]> {
  const path = indexOf(folder);
  const text = await readFile(path, 'utf8').catch(absent);
  if (text === undefined) return [];
  const parsed = indexSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.earlier;
  await rename(path, `${path}.damaged-${hashOf(text).slice(0, 8)}`).catch(absent);
  return [];
}

async function load(folder: string): Promise<State> {
  const byId = new Map<number, KeptVersion>();
  const contents = new Map<string, string>();
  for (const name of (await namesIn(folder)).sort()) {
    const version = readName(name);
    if (!version) continue;
    byId.set(version.id, version);
    contents.set(version.hash, `${folder}${sep}${name}`);
  }
  for (const version of await readIndex(folder)) {
    if (contents.has(version.hash) && !byId.has(version.id)) byId.set(version.id, version);
  }
  const versions = [...byId.values()].sort((a, b) => a.id - b.id);
  return { versions, contents, nextId: (versions.at(-1)?.id ?? 0) + 1 };
}

/** The newest version of each text, by its hash. */
function newestOf(versions: readonly KeptVersion[]): ReadonlyMap<string, KeptVersion> {
  return new Map(versions.map((version) => [version.hash, version]));
}

/** Whether keeping the newest text once more says something new of it. */
function outweighs(kind: VersionKind, before: VersionKind): boolean {
  if (before === 'work') return kind !== 'work';
  if (before === 'auto') return kind === 'save';
  return before === 'given-up' && (kind === 'save' || kind === 'auto');
}

/** The versions of one guide in `folder`, which need not exist; one call at a time. */
export function createHistoryFolder(folder: string, saver: Saver): HistoryFolder {
  async function save(path: string, bytes: Uint8Array): Promise<void> {
    const outcome = await saver.save({ path, bytes, expected: 'any', mode: 0o600 });
    if (outcome.ok) return;
    throw Object.assign(new Error('history'), { code: outcome.failure.detail });
  }

  /** Writes down the earlier versions of texts that came back. */
  async function writeIndex(versions: readonly KeptVersion[]): Promise<void> {
    const newest = newestOf(versions);
    const earlier = versions.filter((version) => newest.get(version.hash) !== version);
    await save(indexOf(folder), Buffer.from(`${JSON.stringify({ format: 1, earlier })}\n`));
  }

  /** Makes the folder say these versions; texts lie in `contents`, and those that no version has go. */
  async function arrange(
    versions: readonly KeptVersion[],
    contents: State['contents'],
  ): Promise<void> {
    // The index first: of a text it may say too much, which its name then makes good.
    await writeIndex(versions);
    const newest = newestOf(versions);
    for (const [hash, path] of contents) {
      const version = newest.get(hash);
      if (!version) await rm(path, { force: true });
      else if (path !== join(folder, nameOf(version))) {
        await rename(path, join(folder, nameOf(version)));
      }
    }
  }

  /** Takes in the versions of another folder; each text is in one of both at any moment. */
  async function merge(other: string): Promise<void> {
    const [ours, theirs] = [await load(folder), await load(other)];
    const taken = theirs.versions.map((version, at) => ({ ...version, id: ours.nextId + at }));
    await arrange([...ours.versions, ...taken], new Map([...theirs.contents, ...ours.contents]));
    await rm(indexOf(other), { force: true });
    for (const name of await namesIn(other)) {
      // A text that both had; what is damaged comes along.
      if (readName(name)) await rm(join(other, name), { force: true });
      else await rename(join(other, name), join(folder, name));
    }
    await rmdir(other);
  }

  return {
    list: async () => (await load(folder)).versions,
    async add(bytes, kind, at) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { versions, contents, nextId } = await load(folder);
      const hash = hashOf(bytes);
      const newest = versions.at(-1);
      const isSame = newest?.hash === hash;
      if (isSame && !outweighs(kind, newest.kind)) return;
      const version: KeptVersion = {
        ...{ id: nextId, at, kind, hash },
        ...{ bytes: bytes.byteLength, characters: charactersOf(bytes) },
      };
      const path = join(folder, nameOf(version));
      const there = contents.get(hash);
      if (there === undefined) return save(path, bytes);
      if (!isSame) await writeIndex([...versions, version]);
      await rename(there, path);
    },
    async read(id) {
      const { versions, contents } = await load(folder);
      const hash = versions.find((version) => version.id === id)?.hash;
      const path = hash === undefined ? undefined : contents.get(hash);
      if (path === undefined) return undefined;
      const bytes = await readFile(path);
      if (hashOf(bytes) === hash) return bytes;
      await rename(path, `${path}.damaged`);
      return undefined;
    },
    async remove(gone) {
      const { versions, contents } = await load(folder);
      // Another guide may have moved in meanwhile, with the same numbers.
      const hashes = new Map(gone.map(({ id, hash }) => [id, hash]));
      const kept = versions.filter(({ id, hash }) => hashes.get(id) !== hash);
      if (kept.length < versions.length) await arrange(kept, contents);
      await sweepTemporaries(folder);
    },
    async takeIn(other) {
      if ((await namesIn(other)).length === 0) return;
      if ((await namesIn(folder)).length > 0) return merge(other);
      await rmdir(folder).catch(absent);
      await rename(other, folder);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
