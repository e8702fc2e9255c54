import type { GuideEntry } from '#core/catalog/guide-entry';
import { createSpellingClient } from '../editor/spelling/spelling-client.ts';
import type { Spelling } from '../editor/spelling/spelling.ts';
import { changeSettings, useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

const client = createSpellingClient(
  () =>
    new Worker(new URL('../editor/spelling/spelling.worker.ts', import.meta.url), {
      type: 'module',
    }),
);

const letters = /[a-z]+/g;

// An entry is never changed, only replaced: a folder of ten thousand is not read again for one of them.
const wordsOf = new WeakMap<GuideEntry, readonly string[]>();

function wordsOfEntry(entry: GuideEntry): readonly string[] {
  let words = wordsOf.get(entry);
  if (!words) {
    const { name, slug, category, tags } = entry;
    words = [name, slug, category, ...tags].join(' ').toLowerCase().match(letters) ?? [];
    wordsOf.set(entry, words);
  }
  return words;
}

/** Words by which the guides of a folder are named: they are names here, whatever a dictionary says. */
function namesOf(entries: ReadonlyMap<string, GuideEntry>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const entry of entries.values()) {
    for (const word of wordsOfEntry(entry)) words.add(word);
  }
  return words;
}

let names: { readonly of: ReadonlyMap<string, GuideEntry>; readonly words: ReadonlySet<string> } = {
  of: new Map(),
  words: new Set(),
};

function isName(word: string): boolean {
  return word.split("'").every((part) => part.length < 2 || names.words.has(part.toLowerCase()));
}

/** The spelling of this window: one dictionary for all manuscripts, with the author's words and the folder's names. */
export const spelling: Spelling = {
  wrong(words) {
    const { entries } = useWorkspaceStore.getState();
    if (names.of !== entries) names = { of: entries, words: namesOf(entries) };
    const own = new Set(useSettingsStore.getState().settings.dictionary);
    const isOwn = (word: string) => own.has(word) || own.has(word.toLowerCase());
    return client.wrong(words.filter((word) => !isOwn(word) && !isName(word)));
  },
  suggest: (word) => client.suggest(word),
  add(word) {
    const { dictionary } = useSettingsStore.getState().settings;
    if (!dictionary.includes(word)) void changeSettings({ dictionary: [...dictionary, word] });
  },
  onChange(listener) {
    const stops = [
      client.onKnown(listener),
      useSettingsStore.subscribe(({ settings }, before) => {
        if (settings.dictionary !== before.settings.dictionary) listener();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
