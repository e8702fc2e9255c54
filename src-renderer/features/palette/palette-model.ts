import fuzzysort from 'fuzzysort';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { VocabularyTerm } from '#core/catalog/workspace-config';
import { type Command, keyOf } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import type { GuideHeading } from '#core/markdown/guide-headings';
import type { Locale } from '#core/messages/messages';
import { fold } from '#core/text/fold';
import { searchForms } from '#core/text/search-forms';
import type { IconName } from '../../ui/icons.tsx';
import { isMac } from '../../ui/key-label.ts';
import { commandIcon, hiddenCommands, settingsCommands } from './command-looks.ts';

/** The groups of the palette; headings stand alone. */
export type PaletteGroup = 'actions' | 'guides' | 'settings' | 'headings';

/** What choosing an entry does. */
type PaletteTarget =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'guide'; readonly path: string }
  | { readonly kind: 'heading'; readonly from: number };

/** One entry that can be found. */
export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly target: PaletteTarget;
  readonly icon: IconName;
  readonly name: string;
  /** Second text; searched too. */
  readonly note: string;
  /** Grey text at the right end, such as the category; not searched. */
  readonly aside: string;
  /** Electron accelerator. */
  readonly keys: string | undefined;
  /** Why it cannot be used now; `undefined` where it can. */
  readonly disabled: 'needsWorkspace' | 'needsGuide' | undefined;
  /** Folded texts that are searched: name, note, other words. */
  readonly haystack: readonly [string, string, string];
}

/** An entry that was found; hits are UTF-16 offsets in the folded name and note. */
export interface PaletteHit {
  readonly item: PaletteItem;
  readonly nameHits: readonly number[];
  readonly noteHits: readonly number[];
  readonly score: number;
}

/** What can be used at the moment. */
export interface Availability {
  readonly workspace: boolean;
  readonly guide: boolean;
}

function reason(needs: Command['needs'], available: Availability): PaletteItem['disabled'] {
  if (needs !== 'nothing' && !available.workspace) return 'needsWorkspace';
  return needs === 'guide' && !available.guide ? 'needsGuide' : undefined;
}

/** The commands as entries; both languages are searched. */
export function commandItems(available: Availability, locale: Locale): readonly PaletteItem[] {
  const all: readonly (Command & { readonly id: CommandId })[] = commands;
  return all
    .filter((command) => !hiddenCommands.has(command.id))
    .map((command) => ({
      id: `command:${command.id}`,
      group: settingsCommands.has(command.id) ? 'settings' : 'actions',
      target: { kind: 'command', id: command.id },
      icon: commandIcon(command.id),
      name: command.title[locale],
      note: '',
      aside: '',
      keys: keyOf(command, isMac()),
      disabled: reason(command.needs, available),
      haystack: [fold(command.title[locale]), '', fold(`${command.title.ja} ${command.title.en}`)],
    }));
}

/** The guides as entries: Latin name, title, and URL name, tags and file as further words. */
export function guideItems(
  entries: readonly GuideEntry[],
  categories: readonly VocabularyTerm[],
  locale: Locale,
): readonly PaletteItem[] {
  const labels = new Map(categories.map((term) => [term.id, term.label[locale]]));
  return entries.map((entry) => ({
    id: `guide:${entry.path}`,
    group: 'guides',
    target: { kind: 'guide', path: entry.path },
    icon: 'file',
    name: entry.name,
    note: entry.title,
    aside: labels.get(entry.category) ?? entry.category,
    keys: undefined,
    disabled: undefined,
    haystack: [
      fold(entry.name),
      fold(entry.title),
      fold([entry.slug, ...entry.tags, entry.path].join(' ')),
    ],
  }));
}

/** What was typed after the sign that looks for headings of the guide in front; `undefined` without one. */
export function headingQuery(query: string): string | undefined {
  return /^[#＃@＠](.*)$/su.exec(query.trimStart())?.[1];
}

/** The headings of the guide in front as entries, in the order of its text. */
export function headingItems(headings: readonly GuideHeading[]): readonly PaletteItem[] {
  return headings.map(({ text, level, from }, index) => ({
    id: `heading:${String(index)}`,
    group: 'headings',
    target: { kind: 'heading', from },
    icon: 'heading',
    name: text,
    note: '',
    aside: '#'.repeat(level),
    keys: undefined,
    disabled: undefined,
    haystack: [fold(text), '', ''],
  }));
}

/** Entries made ready for searching. */
export interface PaletteIndex {
  search(query: string): readonly PaletteHit[];
}

const searchLimit = 40;
const perGroup: Readonly<Record<PaletteGroup, number>> = {
  actions: 8,
  guides: 12,
  settings: 4,
  headings: 40,
};

/** Prepares entries once, so that each key costs only the search. */
export function createPaletteIndex(items: readonly PaletteItem[]): PaletteIndex {
  const snapshot = fuzzysort.snapshot(items, {
    keys: [0, 1, 2].map((part) => (item: PaletteItem) => item.haystack[part]),
  });
  return {
    search(query) {
      const [folded, kana] = searchForms(query);
      if (folded === undefined) return [];
      const search = (form: string): readonly PaletteHit[] =>
        fuzzysort.go(form, snapshot, { limit: searchLimit }).map((result) => ({
          item: result.obj,
          nameHits: result[0]?.indexes ?? [],
          noteHits: result[1]?.indexes ?? [],
          score: result.score,
        }));
      const hits = search(folded);
      if (kana === undefined) return hits;
      // Latin letters may be kana on the way: what they spell comes after what they are.
      const known = new Set(hits.map(({ item }) => item));
      return [...hits, ...search(kana).filter(({ item }) => !known.has(item))];
    },
  };
}

/** Hits in their groups: the group with the best hit first, within it the best first, cut to a screenful. */
export function groupHits(
  hits: readonly PaletteHit[],
): readonly { readonly group: PaletteGroup; readonly hits: readonly PaletteHit[] }[] {
  const groups = new Map<PaletteGroup, PaletteHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.item.group) ?? [];
    if (group.length < perGroup[hit.item.group]) group.push(hit);
    groups.set(hit.item.group, group);
  }
  return [...groups]
    .toSorted(([, a], [, b]) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0))
    .map(([group, list]) => ({ group, hits: list }));
}

/** What the palette shows before anything is typed: guides used last, then what can be done now. */
export function withoutQuery(
  items: readonly PaletteItem[],
  recentPaths: readonly string[],
): readonly PaletteHit[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const recent = recentPaths
    .map((path) => byId.get(`guide:${path}`))
    .filter((item) => item !== undefined);
  const actions = items.filter(
    (item) =>
      (item.group === 'actions' || item.group === 'settings') && item.disabled === undefined,
  );
  const toHit = (item: PaletteItem, score: number): PaletteHit => ({
    item,
    nameHits: [],
    noteHits: [],
    score,
  });
  return [
    ...recent.slice(0, 5).map((item) => toHit(item, 3)),
    ...actions.map((item) => toHit(item, item.group === 'actions' ? 2 : 1)),
  ];
}
