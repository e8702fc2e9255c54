import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { findFolded, foldText } from '#core/text/folded-text';
import { keptIgnored, type KeptText, keptTextShown, restoreText } from '#core/text/kept-text';
import { mayHave } from '#core/text/pair-filter';
import { matchesOf, plainText } from '#core/text/search-excerpts';
import { mostShown, type SearchGroup, type SearchResults } from '#core/text/search-results';
import { createFind, ignoredBy, type SearchQuery } from '#core/text/text-search';
import { createSearchTexts } from './search-texts.ts';
import type { RunWithin } from './time-limit.ts';
import type { GuideStore } from './workspace-engine-store.ts';

/** How long a search goes on before others may work, in milliseconds. */
const sliceMs = 8;
/** How long a regular expression may take in one slice before it is given up. */
const patternMs = 1000;
/** How many guides are brought up to date before they are searched. */
const chunk = 64;

/** Searches the guides of one folder, one query at a time. */
export interface FolderSearch {
  /** Begins a search and ends the one before; an empty query only gets the texts ready. */
  start(id: number, query: SearchQuery): void;
  cancel(): void;
}

/** What is in one guide: at most `room` places of it; where there is no room, whether there is anything. */
type LookIn = (path: string, room: number) => SearchGroup;

const nothing = { count: 0, matches: [] };
const something = { count: 1, matches: [] };

/** Makes the search of a folder; results come in pieces, as `onResults`. */
export function createFolderSearch(deps: {
  readonly files: WorkspaceFiles;
  readonly store: GuideStore;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  readonly within: RunWithin;
  readonly onResults: (results: SearchResults) => void;
  readonly onError: (where: string, error: unknown) => void;
}): FolderSearch {
  const { store, pause, now, within, onResults, onError } = deps;
  const texts = createSearchTexts(deps);
  let current: number | undefined;

  /** How a query is looked for; a fault where it cannot be. */
  function lookFor(query: SearchQuery): LookIn | 'syntax' | 'slow' {
    const ignored = ignoredBy(query);
    const word = foldText(query.query, keptIgnored).folded;
    const isKept = !query.regexp && ignored.kana;
    /** Whether a guide can be left out without looking at the text before folding. */
    const isWithout = (kept: KeptText): boolean =>
      !mayHave(kept.pairs, word) || !kept.folded.includes(word);
    if (isKept && ignored.case && !query.wholeWord) {
      return (path, room) => {
        const kept = texts.get(path);
        if (!kept || isWithout(kept)) return { path, ...nothing };
        if (room === 0) return { path, ...something };
        const { hits, count } = findFolded(kept, word, room);
        return { path, count, matches: matchesOf(keptTextShown(kept), hits) };
      };
    }
    const find = createFind(query);
    if (typeof find === 'string') return find;
    return (path, room) => {
      const kept = texts.get(path);
      // What differs in case only is in the folded text too, so that most guides need not be unfolded.
      if (!kept || (isKept && isWithout(kept))) return { path, ...nothing };
      const text = restoreText(kept);
      const found = find(text, room === 0 ? 1 : undefined);
      const matches = matchesOf(plainText(text), found.slice(0, room));
      return { path, count: found.length, matches };
    };
  }

  async function run(id: number, query: SearchQuery): Promise<void> {
    const paths = store.paths();
    const total = paths.length;
    texts.keepOnly(paths);
    const isStopped = (): boolean => current !== id;
    const lookIn = query.query === '' ? undefined : lookFor(query);
    const totals = { guides: 0, matches: 0, more: false };
    if (typeof lookIn === 'string') {
      onResults({ id, groups: [], searched: 0, total, ...totals, done: true, fault: lookIn });
      return;
    }
    let shown = 0;
    let groups: SearchGroup[] = [];
    const tell = (searched: number, fault?: 'slow'): void => {
      const done = searched === total || fault !== undefined;
      onResults({ id, groups, searched, total, ...totals, done, ...(fault ? { fault } : {}) });
      groups = [];
    };
    const take = (group: SearchGroup): void => {
      if (group.count === 0) return;
      totals.guides += 1;
      if (group.matches.length === 0) {
        totals.more = true;
        return;
      }
      totals.matches += group.count;
      shown += group.matches.length;
      groups.push(group);
    };
    let at = 0;
    /** Looks through the guides before `to` until the time of a slice is over. */
    const scan = (to: number, look: LookIn, until: number): true => {
      do {
        take(look(paths[at] ?? '', Math.min(mostShown.guide, mostShown.folder - shown)));
        at += 1;
      } while (at < to && now() < until);
      return true;
    };
    let until = now() + sliceMs;
    while (at < total) {
      const to = Math.min(total, at + chunk);
      await texts.prepare(paths.slice(at, to), isStopped);
      if (isStopped()) return;
      if (!lookIn) {
        at = to;
        continue;
      }
      while (at < to) {
        const slice = (): true => scan(to, lookIn, until);
        if (!(query.regexp ? within(patternMs, slice) : slice())) {
          tell(at, 'slow');
          return;
        }
        if (at < total && now() >= until) {
          tell(at);
          await pause();
          if (isStopped()) return;
          until = now() + sliceMs;
        }
      }
    }
    tell(total);
  }

  return {
    start(id, query) {
      current = id;
      run(id, query).catch((error: unknown) => onError('search', error));
    },
    cancel() {
      current = undefined;
    },
  };
}
