import { join } from 'node:path';
import type { JournalBase, JournalChange, JournalRecord } from '#core/recovery/journal-record';
import { isUnsaved, type RecoveredGuide } from '#core/recovery/recovered-guide';
import { hashOf } from '../files/hash.ts';
import { encodeRecord, readJournal } from '../files/journal-file.ts';
import {
  createJournalFolder,
  isPrivateFolder,
  listJournalFolders,
} from '../files/journal-folder.ts';
import type { Saver } from '../files/saver.ts';
import type { Log } from './log.ts';

/** A folder of guides as the journal knows it. */
export interface JournalPlace {
  readonly id: string;
  readonly root: string;
}

/** An open guide as the window tells of it. */
export interface OpenText {
  readonly base: JournalBase;
  /** Counts the changes since the window opened it. */
  readonly version: number;
  /** The window has just brought back everything that the journal holds: it is written on. */
  readonly resumes: boolean;
}

/** Writes down what is typed, so that a killed application, window or machine loses at most a second of it. */
export interface Journal {
  open(place: JournalPlace, path: string, text: OpenText): void;
  change(place: JournalPlace, path: string, version: number, change: JournalChange): void;
  /** The text of a version is in the file now. */
  saved(place: JournalPlace, path: string, version: number, hash: string): void;
  /** A journal with unsaved text stays for the next start, unless the author gave the text up (`discard`). */
  close(place: JournalPlace, path: string, discard: boolean): void;
  /** The file has another name now. */
  move(place: JournalPlace, from: string, to: string): void;
  /** Guides with text that no file has. */
  unsaved(place: JournalPlace): Promise<string[]>;
  /** What the journal holds of a guide; `undefined` where there is nothing. */
  take(place: JournalPlace, path: string): Promise<RecoveredGuide | undefined>;
  /** Settles when everything told so far is on disk; false where it could not be written. */
  flush(): Promise<boolean>;
}

/** What the journal needs of the rest of the application. */
export interface JournalPorts {
  /** Where journals lie, the best place first; the next is used where one refuses, if it is private (F04, F30). */
  readonly folders: readonly string[];
  readonly saver: Saver;
  readonly now: () => number;
  /** Calls back once after so many milliseconds. */
  readonly later: (ms: number, task: () => void) => void;
  /** Whether what is typed reaches no disk at all. */
  readonly onFailing: (failing: boolean) => void;
  /** A journal has grown so long that the window should tell the text anew. */
  readonly onLong: (place: JournalPlace, path: string) => void;
  /** Text that no file has is put aside: the window asked for something else, or gave it up. */
  readonly onGivenUp: (place: JournalPlace, path: string, guide: RecoveredGuide) => void;
  readonly log: Log;
}

/** What is typed waits this long, so that a second is never lost even where a write takes a while. */
const flushMs = 250;
/** After a failed write, the next try. */
const retryMs = 2_000;
/** Length of the changes (UTF-16 units) from which a journal begins anew. */
const longest = 4_000_000;

interface Document {
  path: string;
  /** Everything since the base, encoded; the first is the base itself. */
  records: string[];
  size: number;
  count: number;
  /** Version of the window minus `count`. */
  offset: number;
  unsaved: boolean;
  generation: number;
  folderIndex: number;
  /** How many records, and bytes, lie on disk; `undefined` where the generation has to be written whole. */
  written: { records: number; bytes: number } | undefined;
  asked: boolean;
}

const bytesOf = (records: readonly string[]): Buffer => Buffer.from(records.join(''), 'utf8');

/** Makes the journal of one application; every window tells it of its guides. */
export function createJournal(ports: JournalPorts): Journal {
  const { saver, now, later, log } = ports;
  const documents = new Map<string, Document>();
  let queue: Promise<unknown> = Promise.resolve();
  let timed = false;
  let failing = false;

  const keyOf = ({ id }: JournalPlace, path: string): string => `${id}/${path}`;
  const folderOf = (place: JournalPlace, path: string, index: number) =>
    createJournalFolder(
      join(ports.folders[index] ?? '', place.id, hashOf(path).slice(0, 16)),
      saver,
    );

  /** One thing at a time: a journal is never written and moved at once. */
  function enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = queue.then(work);
    queue = done.catch((error: unknown) => log.failure('journal', error));
    return done;
  }

  async function write(place: JournalPlace, document: Document): Promise<void> {
    const { records, written } = document;
    // Without a change there is nothing that the file does not have.
    if (document.count === 0 && !document.unsaved) return;
    if (written?.records === records.length) return;
    const count = records.length;
    if (written !== undefined) {
      const bytes = bytesOf(records.slice(written.records));
      const folder = folderOf(place, document.path, document.folderIndex);
      try {
        await folder.append(document.generation, bytes, written.bytes);
        if (document.written === written) {
          document.written = { records: count, bytes: written.bytes + bytes.byteLength };
        }
        return;
      } catch (error) {
        log.failure('journal not written on', error);
        document.generation += 1;
      }
    }
    const bytes = bytesOf(records.slice(0, count));
    for (let index = document.folderIndex; ; index += 1) {
      try {
        if (!(await isPrivateFolder(ports.folders[index] ?? ''))) throw new Error('not private');
        await folderOf(place, document.path, index).begin(document.generation, bytes);
        document.folderIndex = index;
        document.written = { records: count, bytes: bytes.byteLength };
        return;
      } catch (error) {
        document.written = undefined;
        if (index + 1 >= ports.folders.length) throw error;
        log.failure('journal goes elsewhere', error);
      }
    }
  }

  const places = new Map<Document, JournalPlace>();

  async function writeAll(): Promise<boolean> {
    let ok = true;
    for (const document of documents.values()) {
      const place = places.get(document);
      if (place === undefined) continue;
      try {
        await write(place, document);
      } catch (error) {
        ok = false;
        // The best place is tried again first: there may be room by then.
        document.folderIndex = 0;
        log.failure('journal not written', error);
      }
    }
    // A window that was opened meanwhile has not heard of it.
    if (failing || !ok) ports.onFailing(!ok);
    failing = !ok;
    if (!ok) schedule(retryMs);
    return ok;
  }

  function schedule(ms = flushMs): void {
    if (timed) return;
    timed = true;
    later(ms, () => {
      timed = false;
      void enqueue(writeAll);
    });
  }

  function add(document: Document, record: JournalRecord): void {
    const line = encodeRecord(record);
    document.records.push(line);
    document.size += line.length;
    schedule();
  }

  async function readAny(place: JournalPlace, path: string) {
    for (const [index, folder] of ports.folders.entries()) {
      if (!(await isPrivateFolder(folder))) continue;
      const read = await folderOf(place, path, index).readNewest();
      if (read !== undefined) return { ...read, index };
    }
    return undefined;
  }

  async function drop(place: JournalPlace, path: string, discard: boolean): Promise<void> {
    for (const index of ports.folders.keys()) {
      const folder = folderOf(place, path, index);
      if (discard) await folder.putAside(now());
      else await folder.remove();
    }
  }

  /** Puts aside what the window let go; what was not written yet is given up with the rest. */
  async function letGo(place: JournalPlace, { path, records }: Document): Promise<void> {
    const guide = readJournal(bytesOf(records))?.guide;
    if (guide) ports.onGivenUp(place, path, guide);
    await drop(place, path, true);
  }

  return {
    open(place, path, { base, version, resumes }) {
      const key = keyOf(place, path);
      const known = documents.get(key);
      if (resumes && known !== undefined) {
        known.offset = version - known.count;
        return;
      }
      const record: JournalRecord = { kind: 'base', format: 1, root: place.root, path, ...base };
      const line = encodeRecord(record);
      const document: Document = {
        path,
        records: [line],
        size: 0,
        count: 0,
        offset: version,
        unsaved: base.unsaved,
        generation: (known?.generation ?? 0) + 1,
        folderIndex: known?.folderIndex ?? 0,
        written: undefined,
        asked: false,
      };
      documents.set(key, document);
      places.set(document, place);
      if (known !== undefined) {
        places.delete(known);
        // Text that the window no longer has is kept aside; the author may ask for it.
        if (known.unsaved && !base.unsaved) void enqueue(() => letGo(place, known));
      } else {
        // Whatever lies there from before was not asked for; it must not be overwritten.
        void enqueue(async () => {
          const before = await readAny(place, path);
          if (before === undefined) return;
          if (isUnsaved(before.guide)) {
            ports.onGivenUp(place, path, before.guide);
            await drop(place, path, true);
          } else document.generation = Math.max(document.generation, before.generation + 1);
        });
      }
      if (base.unsaved) schedule();
    },
    change(place, path, version, change) {
      const document = documents.get(keyOf(place, path));
      if (document === undefined || version <= document.offset + document.count) return;
      document.count += 1;
      document.unsaved = change.hash === undefined;
      add(document, { kind: 'change', ...change });
      if (document.size > longest && !document.asked) {
        document.asked = true;
        ports.onLong(place, path);
      }
    },
    saved(place, path, version, hash) {
      const document = documents.get(keyOf(place, path));
      if (document === undefined) return;
      const after = Math.max(0, Math.min(document.count, version - document.offset));
      document.unsaved = after < document.count;
      add(document, { kind: 'saved', after, hash });
    },
    close(place, path, discard) {
      const key = keyOf(place, path);
      const document = documents.get(key);
      if (document === undefined) return;
      void enqueue(async () => {
        // Opened again meanwhile: the journal is in use.
        if (documents.get(key) !== document) return;
        // Text that no disk takes yet stays here, and is tried again until one does.
        if (document.unsaved && !discard) {
          if (!(await writeAll())) return;
        } else if (document.unsaved) await letGo(place, document);
        else await drop(place, path, false);
        documents.delete(key);
        places.delete(document);
      });
    },
    move(place, from, to) {
      const document = documents.get(keyOf(place, from));
      if (document === undefined) return;
      const there = documents.get(keyOf(place, to));
      documents.delete(keyOf(place, from));
      documents.set(keyOf(place, to), document);
      if (there !== undefined) places.delete(there);
      // Only now the old place is let go: until then, what is written goes there.
      void enqueue(async () => {
        // Text of a guide that had this name, and is gone, is kept aside; it must not be written over.
        const before = there === undefined ? await readAny(place, to) : undefined;
        if (there?.unsaved === true) await letGo(place, there);
        else if (before && isUnsaved(before.guide)) {
          ports.onGivenUp(place, to, before.guide);
          await drop(place, to, true);
        }
        const old = document.path;
        document.path = to;
        document.records.push(encodeRecord({ kind: 'path', path: to }));
        document.written = undefined;
        document.generation += 1;
        await writeAll();
        await drop(place, old, false);
      });
    },
    unsaved: (place) =>
      enqueue(async () => {
        await writeAll();
        const found = new Set<string>();
        for (const folder of ports.folders) {
          if (!(await isPrivateFolder(folder))) continue;
          for (const one of await listJournalFolders(join(folder, place.id), now())) {
            const read = await createJournalFolder(one, saver).readNewest();
            if (read !== undefined && isUnsaved(read.guide)) found.add(read.guide.path);
          }
        }
        return [...found].sort();
      }),
    take: (place, path) =>
      enqueue(async () => {
        await writeAll();
        const read = await readAny(place, path);
        if (read === undefined) return undefined;
        const { guide, generation, length, index } = read;
        const lines: JournalRecord[] = [
          { kind: 'base', format: 1, root: place.root, path, ...guide.base },
          ...guide.changes.map((change) => ({ kind: 'change' as const, ...change })),
          ...guide.saves.map((save) => ({ kind: 'saved' as const, ...save })),
        ];
        const records = lines.map(encodeRecord);
        const before = documents.get(keyOf(place, path));
        if (before !== undefined) places.delete(before);
        const document: Document = {
          path,
          records,
          size: length,
          count: guide.changes.length,
          offset: 0,
          unsaved: isUnsaved(guide),
          generation,
          folderIndex: index,
          written: { records: records.length, bytes: length },
          asked: false,
        };
        documents.set(keyOf(place, path), document);
        places.set(document, place);
        return guide;
      }),
    flush: () => enqueue(writeAll),
  };
}
