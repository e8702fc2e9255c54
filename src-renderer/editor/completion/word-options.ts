import { completionMessages } from '#core/messages/completion';
import { type Locale, translate } from '#core/messages/messages';
import { fold } from '#core/text/fold';
import type { GuideKnowledge } from '../guide-knowledge.ts';
import type { Findable } from './match-options.ts';

/** A word of a vocabulary made ready for searching. */
export interface FindableWord extends Findable {
  readonly id: string;
  readonly label: string;
  /** How many guides use it. */
  readonly uses: number;
}

type Uses = Awaited<ReturnType<GuideKnowledge['uses']>>;

/** Made of one list, for as long as that list stays. */
interface Made {
  readonly of: unknown;
  readonly words: readonly FindableWord[];
}

const lists = new WeakMap<Uses, Map<string, Made>>();

/**
 * The words of a vocabulary list, as the list has them, and after them what guides use beyond it, most
 * used first; folded once for each count of the folder.
 */
export function findableWords(
  name: string,
  knowledge: GuideKnowledge,
  uses: Uses,
  locale: Locale,
): readonly FindableWord[] {
  const vocabulary = knowledge.vocabulary();
  const known = lists.get(uses) ?? new Map<string, Made>();
  lists.set(uses, known);
  const list = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
  const listed = list ?? [];
  const key = `${locale} ${name}`;
  const made = known.get(key);
  if (made && made.of === list) return made.words;
  const counts = new Map(Object.entries((Object.hasOwn(uses, name) ? uses[name] : {}) ?? {}));
  const make = (id: string, label: string): FindableWord => ({
    ...{ id, label, uses: counts.get(id) ?? 0 },
    texts: label === id ? [fold(id)] : [fold(label), fold(id)],
  });
  const own = new Set(listed.map(({ id }) => id));
  const beyond = [...counts].filter(([id, count]) => count > 0 && !own.has(id));
  const words = [
    ...listed.map(({ id, label }) => make(id, label[locale])),
    ...beyond.sort(([, a], [, b]) => b - a).map(([id]) => make(id, id)),
  ];
  known.set(key, { of: list, words });
  return words;
}

/** How many guides use a word, in words; `undefined` where none does. */
export function useCount(uses: number, locale: Locale): string | undefined {
  return uses === 0 ? undefined : translate(completionMessages, locale, 'uses', { count: uses });
}
