import nspell from 'nspell';
import { distance } from '#core/text/nearest';

/** Looks words up in a dictionary. */
export interface Speller {
  isRight(word: string): boolean;
  /** The nearest words, the likeliest first; may take a second for a long word. */
  suggest(word: string): readonly string[];
}

// Words of the trade that the dictionary of 2020 does not know.
const ofTheTrade =
  'backend frontend onboarding webhook webhooks kubernetes devops serverless microservice microservices middleware refactor refactoring codebase changelog config configs dataset datasets dropdown emoji favicon href lifecycle lookup markdown namespace navbar opensource plugin plugins readme repo repos runbook runtime sandbox sandboxed schema schemas scrollbar screenshot screenshots signup stakeholder subdomain timeline timestamp timestamps toggle tooltip tooltips typo typos uptime username usernames viewport walkthrough wireframe wireframes workflow workflows workspace workspaces';
const mostSuggestions = 5;

/** Makes a speller of a Hunspell dictionary (its affixes and its words). */
export function createSpeller(affixes: string, words: string): Speller {
  const checker = nspell({ aff: affixes, dic: words });
  checker.personal(ofTheTrade.replaceAll(' ', '\n'));
  return {
    isRight: (word) => checker.correct(word),
    suggest(word) {
      const lower = word.toLowerCase();
      const cost = (found: string): number => {
        const far = distance(lower, found.toLowerCase(), 4) ?? 5;
        // Two letters swapped is the commonest slip of the fingers.
        const isSwap = [...found.toLowerCase()].sort().join('') === [...lower].sort().join('');
        return isSwap ? far - 0.5 : far;
      };
      return checker
        .suggest(word)
        .map((found, index) => ({ found, index, cost: cost(found) }))
        .sort((a, b) => a.cost - b.cost || a.index - b.index)
        .slice(0, mostSuggestions)
        .map(({ found }) => found);
    },
  };
}
