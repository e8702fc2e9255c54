import { describe, expect, it } from 'vitest';
import { closedOf, differing, nameOf, pairsOf, profiles } from './equality.ts';
import { allGfmExamples, gfmExamples } from './gfm-examples.ts';
import { examples } from './markdown-examples.ts';
import { rawHtmlExamples } from './raw-html-examples.ts';

const sets = {
  "GitHub's tables, strikethrough, task lists, autolinks and footnotes": allGfmExamples,
  'our own examples': examples,
  'raw HTML': rawHtmlExamples,
};

describe.each(Object.entries(sets))('%s, rendered in sections', (_set, texts) => {
  it.each(profiles.map((profile) => [nameOf(profile), profile] as const))(
    '[P4] equal the full render alone, in pairs and joined (%s)',
    (_name, profile) => {
      expect(texts.length).toBeGreaterThan(70);
      expect(differing(texts, profile)).toEqual([]);
      expect(differing(pairsOf(texts), profile)).toEqual([]);
      const closed = closedOf(texts, profile);
      expect(closed.length).toBeGreaterThan(40);
      const joined = [texts.join('\n'), texts.join('\n\n# 次\n\n'), closed.join('\n\n# 次\n\n')];
      expect(differing(joined, profile)).toEqual([]);
    },
  );
});

it('each extension of GitHub has its examples', () => {
  for (const set of Object.values(gfmExamples)) expect(set.length).toBeGreaterThanOrEqual(12);
});
