import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#core/markdown/parse';
import { splitTree } from '#core/markdown/split-tree';

function split(...texts: string[]) {
  return splitTree(parseMarkdown(texts.join(''), 'gfm'), texts);
}

describe('splitTree', () => {
  it('gives each text the tree that it has alone, but for offsets', () => {
    const texts = ['はじめ\n\n', '# 一\n\n- a\n  - b\n\n', '# 二\n| a |\n| - |\n| b |\n'];
    const linesOf = (tree: unknown): string =>
      JSON.stringify(tree, (key, value: unknown) => (key === 'offset' ? undefined : value));
    const alone = texts.map((text) => linesOf(parseMarkdown(text, 'gfm').children));
    expect(split(...texts)?.map(({ children }) => linesOf(children))).toEqual(alone);
  });

  it('gives none where a block reaches over a cut, or where no block begins at it', () => {
    expect(split('```\na\n', '# b\n```\n')).toBeUndefined();
    expect(split('- a\n\n', '  # b\n')).toBeUndefined();
    expect(split('a\n\n', '  # b\n')).toBeUndefined();
    expect(split('a\n', '\n', '# b\n')).toBeUndefined();
  });
});
