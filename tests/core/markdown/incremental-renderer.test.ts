import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
import rehypeSlug from 'rehype-slug';
import { describe, expect, it } from 'vitest';
import { headingIds } from '#core/markdown/heading-ids';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { notesKey } from '#core/markdown/page-patch';

const profile = { flavour: 'gfm-cjk' } as const;

function open(text: string) {
  const renderer = createIncrementalRenderer(profile);
  renderer.reset(text);
  return { renderer, first: renderer.render() };
}

describe('an incremental renderer', () => {
  it('sends only the section that was typed in', () => {
    const { renderer, first } = open('# a\n\nいち\n\n# b\n\nに\n\n# c\n\nさん\n');
    renderer.edit([{ from: 13, to: 13, insert: 'x' }]);
    const patch = renderer.render();
    expect(first.order.insert.map(({ lines }) => lines)).toEqual([4, 4, 3]);
    expect(patch.sections.map(({ key }) => key)).toEqual([first.order.insert[1]?.key]);
    expect(patch.order).toEqual({ at: 3, remove: 0, insert: [] });
  });

  it('sends nothing where nothing changed', () => {
    const { renderer } = open('# a\n\ntext\n');
    expect(renderer.render()).toMatchObject({ sections: [], done: true });
  });

  it('keeps the sections after a heading that is put in between', () => {
    const { renderer, first } = open('# a\n\n# b\n\n# c\n');
    renderer.edit([{ from: 5, to: 5, insert: '# new\n\n' }]);
    const { order } = renderer.render();
    expect(order.remove + order.insert.length).toBeLessThanOrEqual(3);
    expect(order.insert.map(({ key }) => key)).not.toContain(first.order.insert[2]?.key);
  });

  it('renders the sections again that refer to a definition which changed', () => {
    const { renderer, first } = open('# a\n\n[ref]\n\n# b\n\nplain\n\n# c\n\n[ref]: /one\n');
    const at = '# a\n\n[ref]\n\n# b\n\nplain\n\n# c\n\n[ref]: /'.length;
    renderer.edit([{ from: at, to: at + 3, insert: 'two' }]);
    const { sections } = renderer.render();
    const [a, b] = first.order.insert;
    expect(sections.map(({ key }) => key)).toContain(a?.key);
    expect(sections.map(({ key }) => key)).not.toContain(b?.key);
    const changed = sections.find(({ key }) => key === a?.key);
    expect(toHtml(changed?.hast ?? { type: 'root', children: [] })).toContain('href="/two"');
  });

  it('numbers equal headings through the whole text, and again when one goes', () => {
    const { renderer, first } = open('# 同じ\n\n# 同じ\n\n# 同じ\n');
    const html = first.sections.map(({ hast }) => toHtml(hast)).join('');
    expect(html.match(/id="[^"]*"/g)).toEqual([
      'id="user-content-同じ"',
      'id="user-content-同じ-1"',
      'id="user-content-同じ-2"',
    ]);
    renderer.edit([{ from: 0, to: 6, insert: '' }]);
    const again = renderer.render().sections.map(({ hast }) => toHtml(hast));
    expect(again.join('')).toContain('id="user-content-同じ-1"');
    expect(again.join('')).not.toContain('id="user-content-同じ-2"');
  });

  it('puts footnotes of all sections at the end, numbered in the order of their references', () => {
    const { first } = open('# a\n\nx[^z] y[^a]\n\n# b\n\n[^a]: A\n\n[^z]: Z\n');
    const notes = first.sections.find(({ key }) => key === notesKey);
    expect(first.order.insert.at(-1)?.key).toBe(notesKey);
    expect(toHtml(notes?.hast ?? { type: 'root', children: [] })).toMatch(/Z[^]*A/);
  });

  it('gives the outline once, and again when a chapter is renamed', () => {
    const { renderer, first } = open('# t\n\n## 一\n\n## 二\n');
    expect(first.outline?.map(({ text }) => text)).toEqual(['一', '二']);
    renderer.edit([{ from: 4, to: 4, insert: 'x' }]);
    expect(renderer.render().outline).toBeUndefined();
    renderer.edit([{ from: 9, to: 10, insert: '壱' }]);
    expect(renderer.render().outline?.map(({ text }) => text)).toEqual(['壱', '二']);
  });

  it('renders the edited place first and the rest when asked again', () => {
    // Longer than what is rendered as one.
    const long = '文'.repeat(2500);
    const text = Array.from({ length: 9 }, (_, i) => `# ${i}\n\n${long}\n\n`).join('');
    const { renderer } = open(text);
    renderer.reset(text);
    expect(renderer.render(() => true)).toMatchObject({ done: false, sections: [{ lines: 4 }] });
    const at = text.indexOf('# 7') + 6;
    renderer.edit([{ from: at, to: at, insert: '先に' }]);
    const [section] = renderer.render(() => true).sections;
    expect(toHtml(section?.hast ?? { type: 'root', children: [] })).toContain('先に');
    let patch = renderer.render(() => true);
    while (!patch.done) patch = renderer.render(() => true);
    expect(patch.done).toBe(true);
  });

  it('[T31] shows only the section that is too deep as such', () => {
    const { first } = open(`# a\n\ngood\n\n# b\n\n${'- '.repeat(1200)}x\n\n# c\n\ngood\n`);
    expect(first.sections.map(({ problem }) => problem)).toEqual([
      undefined,
      'too-deep',
      undefined,
    ]);
  });

  it('[T31] says that a text is too long, and shows it when it is short again', () => {
    const { renderer, first } = open('a'.repeat(2_000_001));
    expect(first).toMatchObject({ problem: 'too-long', sections: [] });
    renderer.edit([{ from: 5, to: 2_000_001, insert: '' }]);
    expect(renderer.render()).toMatchObject({ problem: undefined, sections: [{ lines: 0 }] });
  });

  it('cuts a long text without headings at paragraphs', () => {
    const { first } = open('段落です。本文が続きます。\n\n'.repeat(3000));
    expect(first.order.insert.length).toBeGreaterThan(3);
  });
});

describe('heading ids', () => {
  it('are those of rehype-slug on the whole page', () => {
    const headings = ['同じ', 'a', '同じ', 'a-1', 'a', '1️⃣ 章', '1️⃣ 章', '', ''].map(
      (value): Element => ({
        type: 'element',
        tagName: 'h2',
        properties: {},
        children: [{ type: 'text', value }],
      }),
    );
    const page = structuredClone(headings);
    rehypeSlug({ prefix: 'user-content-' })({ type: 'root', children: page });
    expect(headingIds(headings)).toEqual(page.map(({ properties }) => properties.id));
  });
});
