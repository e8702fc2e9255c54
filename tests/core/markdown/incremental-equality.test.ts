import { describe, expect, it } from 'vitest';
import type { Flavour } from '#core/catalog/workspace-config';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { createComposedPage } from './composed-page.ts';
import { examples } from './markdown-examples.ts';

const flavours: readonly Flavour[] = ['commonmark', 'gfm', 'gfm-cjk'];

function renderInPieces(text: string, flavour: Flavour) {
  const renderer = createIncrementalRenderer({ flavour });
  renderer.reset(text);
  const page = createComposedPage();
  page.apply(renderer.render());
  return page.root();
}

function renderWhole(text: string, flavour: Flavour) {
  return createRenderer({ flavour }).render(text).root;
}

function differs(text: string, flavour: Flavour): boolean {
  const [pieces, whole] = [renderInPieces(text, flavour), renderWhole(text, flavour)];
  return JSON.stringify(pieces) !== JSON.stringify(whole);
}

describe('a page rendered in sections', () => {
  it.each(flavours)('equals the full render of each example (%s)', (flavour) => {
    expect(examples.length).toBeGreaterThanOrEqual(120);
    expect(examples.filter((example) => differs(example, flavour))).toEqual([]);
  });

  it.each(flavours)('equals the full render of neighbouring examples (%s)', (flavour) => {
    const pairs = examples.flatMap((example, index) => {
      const next = examples[(index + 1) % examples.length] ?? '';
      return [`${example}\n${next}`, `${next}\n# 間\n\n${example}`];
    });
    expect(pairs.filter((text) => differs(text, flavour))).toEqual([]);
  });

  it.each(flavours)('equals the full render of all examples joined (%s)', (flavour) => {
    const open = /never closed|unclosed fence|fence in quote|^``` |^~~~ /;
    const joined = examples.filter((example) => !open.test(example)).join('\n\n# 次\n\n');
    expect(renderInPieces(joined, flavour)).toEqual(renderWhole(joined, flavour));
  });

  it('cuts the joined examples into many sections, so that the comparison means something', () => {
    const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
    renderer.reset(examples.slice(0, 11).join('\n\n# 次\n\n'));
    expect(renderer.render().sections.length).toBeGreaterThan(10);
  });
});
