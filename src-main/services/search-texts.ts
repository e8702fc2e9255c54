import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { type KeptText, keepText } from '#core/text/kept-text';
import { readLineEnds } from '#core/text/line-ends';
import { hashOf } from '../files/hash.ts';
import type { GuideStore } from './workspace-engine-store.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** How many files are read at once before others may work. */
const readChunk = 8;

interface Kept {
  /** `undefined` for a file that is no text in UTF-8. */
  readonly text: KeptText | undefined;
  /** The version of the open text, or the hash of the file; whichever it was made of. */
  readonly version?: number;
  readonly hash?: string;
}

/** The folded texts of all guides, as the editor sees them: with LF ends and without mark. */
export interface SearchTexts {
  /**
   * Brings the texts of these guides up to date: open ones to what the author sees, the others to their
   * files. `isStopped` ends it early.
   */
  prepare(paths: readonly string[], isStopped: () => boolean): Promise<void>;
  /** The text that was prepared last; `undefined` where there is none. */
  get(path: string): KeptText | undefined;
  /** Forgets guides that are gone. */
  keepOnly(paths: readonly string[]): void;
}

/** Keeps the texts of the guides of a store; nothing is read before it is asked for. */
export function createSearchTexts({
  files,
  store,
  pause,
}: {
  readonly files: WorkspaceFiles;
  readonly store: GuideStore;
  readonly pause: () => Promise<void>;
}): SearchTexts {
  const texts = new Map<string, Kept>();

  function isFresh(path: string): boolean {
    const kept = texts.get(path);
    const open = store.openText(path);
    if (!kept || open) return kept?.version !== undefined && kept.version === open?.version;
    if (kept.hash === undefined) return false;
    // Until the store has read the file, nothing says that it is another one.
    const hash = store.hash(path);
    return hash === undefined || hash === kept.hash;
  }

  async function read(path: string): Promise<void> {
    const bytes = await files.read(path);
    // It may have been opened meanwhile, and then its file does not count.
    const open = store.openText(path);
    if (open) texts.set(path, { text: keepText(open.text), version: open.version });
    else if (!bytes) texts.delete(path);
    else {
      const text = decodeFile(bytes);
      const isText = text !== 'not-utf8' && text !== 'too-large';
      const seen = isText ? readLineEnds(text.replace(/^\ufeff/, '')).text : undefined;
      texts.set(path, {
        text: seen === undefined ? undefined : keepText(seen),
        hash: hashOf(bytes),
      });
    }
  }

  return {
    async prepare(paths, isStopped) {
      const stale = paths.filter((path) => !isFresh(path));
      for (let from = 0; from < stale.length && !isStopped(); from += readChunk) {
        await Promise.all(stale.slice(from, from + readChunk).map(read));
        await pause();
      }
    },
    get: (path) => texts.get(path)?.text,
    keepOnly(paths) {
      const there = new Set(paths);
      for (const path of texts.keys()) if (!there.has(path)) texts.delete(path);
    },
  };
}
