import { describe, expect, it } from 'vitest';
import { closedOf, differing, nameOf, pairsOf, profiles, createViewer } from './equality.ts';
import { specificationExamples } from './specification.ts';

const examples = specificationExamples.map(({ markdown }) => markdown);

describe('the examples of the CommonMark specification, rendered in sections', () => {
  it('are all there', () => {
    expect(examples).toHaveLength(652);
  });

  it.each(profiles.map((profile) => [nameOf(profile), profile] as const))(
    '[P4] equal the full render alone, in pairs and joined (%s)',
    (_name, profile) => {
      expect(differing(examples, profile)).toEqual([]);
      expect(differing(pairsOf(examples), profile)).toEqual([]);
      const closed = closedOf(examples, profile);
      expect(closed.length).toBeGreaterThan(500);
      const joined = [
        examples.join('\n'),
        examples.join('\n\n# 次\n\n'),
        closed.join('\n\n# 次\n\n'),
      ];
      expect(differing(joined, profile)).toEqual([]);
      expect(createViewer(profile)(joined[2] ?? '').children.length).toBeGreaterThan(1000);
    },
  );
});
