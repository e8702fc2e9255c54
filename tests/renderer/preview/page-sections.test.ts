import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PagePatch } from '#core/markdown/page-patch';
import { createPageSections } from '../../../src-renderer/features/preview/page-sections.ts';

function open() {
  const body = document.body.appendChild(document.createElement('div'));
  const context = { document, imageAddress: (path: string) => path, isGuide: () => false };
  const page = createPageSections(body, context, (problem) => problem);
  let keys: number[] = [];
  let next = 0;
  /** Replaces sections by new ones, here and in the model. */
  const replace = (at: number, remove: number, count: number): void => {
    const insert = Array.from({ length: count }, () => ({ key: (next += 1), lines: 1 }));
    keys = keys.toSpliced(at, remove, ...insert.map(({ key }) => key));
    const sections = insert.map(({ key, lines }) => ({
      key,
      lines,
      hast: { type: 'root' as const, children: [{ type: 'text' as const, value: `${key} ` }] },
      problem: undefined,
    }));
    const patch = { order: { at, remove, insert }, sections, done: true, problem: undefined };
    page.apply(patch satisfies PagePatch, false);
  };
  const shown = () => (body.textContent ?? '').trim().split(' ').filter(Boolean).map(Number);
  const stacks = () => Array.from(body.querySelectorAll('.stack'), (one) => one.childElementCount);
  return { replace, shown, stacks, keys: () => keys };
}

it('sections stand in their order however they come and go, in groups of some dozens', () => {
  const step = fc.record({ at: fc.nat(400), remove: fc.nat(90), count: fc.nat(120) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const { replace, shown, stacks, keys } = open();
      for (const { at, remove, count } of steps) {
        const from = Math.min(at, keys().length);
        replace(from, Math.min(remove, keys().length - from), count);
        expect(shown()).toEqual(keys());
        expect(stacks().every((height) => height > 0 && height <= 64)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('a long page is not a group of each section', () => {
  const { replace, stacks } = open();
  replace(0, 0, 1300);
  expect(stacks().length).toBeLessThan(50);
});
