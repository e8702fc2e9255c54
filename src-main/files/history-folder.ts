import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
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
 * The versions of one guide: a file each (`<id>-<time>-<kind>-<hash>.md`), and an index, which knows of a
 * text that came back more than once. Without the index, the names of the files tell every text.
 */
export interface HistoryFolder {
  /** In the order they were kept. A damaged index is moved aside and made from the names. */
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

const contentName = /^(\d{8,12})-(\d{1,16})-([a-z-]+)-([0-9a-f]{64})\.md$/;
const kindSchema = z.enum(versionKinds);
const count = z.number().int().nonnegative();
const indexSchema = z.object({
  format: z.literal(1),
  versions: z.array(
    z.object({
      id: count.positive(),
      at: z.number(),
      kind: kindSchema,
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

const nameOf = ({ id, at, kind, hash }: Omit<KeptVersion, 'bytes' | 'characters'>): string =>
  `${String(id).padStart(8, '0')}-${Math.max(0, Math.round(at))}-${kind}-${hash}.md`;

interface Content {
  readonly name: string;
  readonly id: number;
  readonly at: number;
  readonly kind: VersionKind;
  readonly hash: string;
}

interface State {
  readonly versions: readonly KeptVersion[];
  /** Files by the hash in their name. */
  readonly contents: ReadonlyMap<string, Content>;
  readonly nextId: number;
  /** Whether the index has yet to be told of something. */
  readonly stale: boolean;
}

function readName(name: string): Content | undefined {
  const [, id = '', at = '', kindName, hash = ''] = contentName.exec(name) ?? [];
  const kind = kindSchema.safeParse(kindName);
  if (!kind.success) return undefined;
  return { name, id: Number(id), at: Number(at), kind: kind.data, hash };
}

/** Where a folder of versions has its index. */
const indexOf = (folder: string): string => join(folder, 'index.json');

const putAside = (folder: string, name: string): Promise<void> =>
  rename(join(folder, name), join(folder, `${name}.damaged`));

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function readIndex(folder: string): Promise<readonly KeptVersion[] | undefined> {
  const path = indexOf(folder);
  const text = await readFile(path, 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const parsed = indexSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.versions;
  await rename(path, `${path}.damaged-${hashOf(text).slice(0, 8)}`);
  return undefined;
}

/** A file that the index does not know is a version all the same. */
async function adopt(
  folder: string,
  { name, id, at, kind, hash }: Content,
): Promise<KeptVersion | undefined> {
  const bytes = await readFile(join(folder, name));
  if (hashOf(bytes) !== hash) {
    await putAside(folder, name);
    return undefined;
  }
  const { byteLength } = bytes;
  return { id, at, kind, hash, bytes: byteLength, characters: charactersOf(bytes) };
}

async function load(folder: string): Promise<State> {
  const contents = new Map<string, Content>();
  for (const content of (await namesIn(folder)).sort().flatMap((name) => readName(name) ?? [])) {
    contents.set(content.hash, content);
  }
  const index = await readIndex(folder);
  const known = (index ?? []).filter(({ hash }) => contents.has(hash));
  const hashes = new Set(known.map(({ hash }) => hash));
  const adopted: KeptVersion[] = [];
  for (const content of [...contents.values()].filter(({ hash }) => !hashes.has(hash))) {
    const version = await adopt(folder, content);
    if (version) adopted.push(version);
    else contents.delete(content.hash);
  }
  const versions = [...known, ...adopted].sort((a, b) => a.id - b.id);
  const ids = [...contents.values(), ...versions].map(({ id }) => id);
  const nextId = ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  return { versions, contents, nextId, stale: adopted.length > 0 };
}

/** Whether keeping the newest text once more says something new of it. */
function outweighs(kind: VersionKind, before: VersionKind): boolean {
  if (before === 'work') return kind !== 'work';
  return before === 'given-up' && kind === 'save';
}

/** The versions of one guide in `folder`, which need not exist; one call at a time. */
export function createHistoryFolder(folder: string, saver: Saver): HistoryFolder {
  async function save(path: string, bytes: Uint8Array): Promise<void> {
    const outcome = await saver.save({ path, bytes, expected: 'any', mode: 0o600 });
    if (outcome.ok) return;
    throw Object.assign(new Error('history'), { code: outcome.failure.detail });
  }

  const writeIndex = (versions: readonly KeptVersion[]): Promise<void> =>
    save(indexOf(folder), Buffer.from(`${JSON.stringify({ format: 1, versions })}\n`));

  /** Takes in the versions of another folder one after another, so that no text is ever in neither. */
  async function merge(other: string): Promise<void> {
    const [ours, theirs] = [await load(folder), await load(other)];
    const places = new Map<string, string>();
    for (const { hash, name } of theirs.contents.values()) places.set(hash, join(other, name));
    for (const { hash, name } of ours.contents.values()) places.set(hash, join(folder, name));
    const taken = theirs.versions.map((version, at) => ({ ...version, id: ours.nextId + at }));
    for (const version of taken) {
      const to = join(folder, nameOf(version));
      await rename(places.get(version.hash) ?? '', to);
      places.set(version.hash, to);
    }
    await writeIndex([...ours.versions, ...taken]);
    await rm(indexOf(other), { force: true });
    for (const name of await namesIn(other)) {
      // A text that both had; what is damaged comes along.
      if (readName(name)) await rm(join(other, name), { force: true });
      else await rename(join(other, name), join(folder, name));
    }
    await rmdir(other);
  }

  return {
    async list() {
      const { versions, stale } = await load(folder);
      if (stale) await writeIndex(versions);
      return versions;
    },
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
      // The file of a text has the name of its newest version.
      if (there) await rename(join(folder, there.name), path);
      else await save(path, bytes);
      await writeIndex([...(isSame ? versions.slice(0, -1) : versions), version]);
    },
    async read(id) {
      const { versions, contents } = await load(folder);
      const hash = versions.find((version) => version.id === id)?.hash;
      const content = hash === undefined ? undefined : contents.get(hash);
      if (!content) return undefined;
      const bytes = await readFile(join(folder, content.name));
      if (hashOf(bytes) === hash) return bytes;
      await putAside(folder, content.name);
      return undefined;
    },
    async remove(gone) {
      const { versions, contents } = await load(folder);
      // Another guide may have moved in meanwhile, with the same numbers.
      const isGone = ({ id, hash }: KeptVersion): boolean =>
        gone.some((one) => one.id === id && one.hash === hash);
      const kept = versions.filter((version) => !isGone(version));
      const hashes = new Set(kept.map(({ hash }) => hash));
      // The index first: a text that it does not know comes back, one that it names must be there.
      if (kept.length < versions.length) await writeIndex(kept);
      for (const { name, hash } of contents.values()) {
        if (!hashes.has(hash)) await rm(join(folder, name), { force: true });
      }
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
