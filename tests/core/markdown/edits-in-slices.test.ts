import { array, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { createComposedPage } from './composed-page.ts';
import { stepOf, textOf, toEdit } from './edit-suite.ts';
import { nameOf, profiles, tryWhole } from './equality.ts';

const wanted = profiles
  .filter(({ flavour }) => flavour === 'gfm-cjk')
  .map((profile) => [nameOf(profile), profile] as const);

describe('a page that follows edits', () => {
  it.each(wanted)(
    'equals the full render when several edits arrive before it renders (%s)',
    (_name, profile) => {
      const html = profile.html === 'sanitise';
      const whole = createRenderer(profile);
      assert(
        property(
          textOf(html),
          array(array(stepOf(html), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
          (start, rounds) => {
            const renderer = createIncrementalRenderer(profile);
            const page = createComposedPage();
            let current = start;
            renderer.reset(start);
            for (const round of rounds) {
              for (const one of round) {
                const edit = toEdit(current.length, one);
                current = applyEdits(current, [edit]);
                renderer.edit([edit]);
              }
              page.apply(renderer.render());
            }
            page.apply(renderer.render());
            expect(page.root()).toEqual(tryWhole(whole, current) ?? page.root());
          },
        ),
        { seed: 7, numRuns: 80, endOnFailure: true },
      );
    },
    60_000,
  );

  it.each(wanted)(
    'equals the full render when it may render one section at a time (%s)',
    (_name, profile) => {
      const html = profile.html === 'sanitise';
      const whole = createRenderer(profile);
      assert(
        property(
          textOf(html),
          array(stepOf(html), { minLength: 3, maxLength: 8 }),
          (start, steps) => {
            const renderer = createIncrementalRenderer(profile);
            let current = start;
            const patches: ReturnType<typeof renderer.render>[] = [];
            const render = () => {
              const patch = renderer.render(() => true);
              patches.push(patch);
              return patch.done;
            };
            renderer.reset(start);
            for (const one of steps) {
              render();
              const edit = toEdit(current.length, one);
              const next = applyEdits(current, [edit]);
              if (!tryWhole(whole, next)) continue;
              current = next;
              renderer.edit([edit]);
            }
            while (!render());
            const page = createComposedPage();
            for (const patch of patches) page.apply(patch);
            expect(page.root()).toEqual(whole.render(current).root);
          },
        ),
        { seed: 11, numRuns: 80, endOnFailure: true },
      );
    },
    60_000,
  );
});
