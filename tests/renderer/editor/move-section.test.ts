import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../src-renderer/editor/headings/headings.ts';
import { moveSection } from '../../../src-renderer/editor/headings/move-section.ts';
import { renumberSections } from '../../../src-renderer/editor/headings/renumber-sections.ts';
import { sectionAt } from '../../../src-renderer/editor/headings/sections.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { openText } from './open-text.ts';

const head = '---json\n{ "slug": "a" }\n---\n';
const guide = `${head}# [完全ガイド] A: b

はじめに。

---

## 1️⃣ 仕事

### 1. 朝

朝の話。

### 2. 昼

昼の話。

---

## 2️⃣ 学び方

本を読む。

---

## 🏷️ #推奨タグ

\`#看護\`
\`#医療\``;

function move(session: OpenSession, text: string, direction: 1 | -1): string | undefined {
  const index = headingsOf(session.state).findIndex((heading) => heading.text === text);
  const result = moveSection(session.state, index, direction);
  if (result.refused !== undefined) return result.refused;
  session.dispatch(result.transaction);
  return undefined;
}

describe('moving a section', () => {
  it('[P1] swaps whole sections; what parts them and the end of the text stay', () => {
    const session = openText(guide);
    expect(move(session, '1️⃣ 仕事', 1)).toBeUndefined();
    const parts = guide.split('\n\n---\n\n');
    expect(session.text()).toBe([parts[0], parts[2], parts[1], parts[3]].join('\n\n---\n\n'));
    expect(move(session, '🏷️ #推奨タグ', -1)).toBeUndefined();
    expect(session.text()).toBe([parts[0], parts[2], parts[3], parts[1]].join('\n\n---\n\n'));
    session.undo();
    session.undo();
    expect(session.text()).toBe(guide);
  });

  it('moves a step among the steps of its chapter only', () => {
    const session = openText(guide);
    expect(move(session, '1. 朝', 1)).toBeUndefined();
    expect(session.text()).toContain(
      '## 1️⃣ 仕事\n\n### 2. 昼\n\n昼の話。\n\n### 1. 朝\n\n朝の話。\n\n---\n\n## 2️⃣ 学び方',
    );
    expect(move(session, '1. 朝', 1)).toBe('edge');
    expect(move(session, '2. 昼', -1)).toBe('edge');
  });

  it('leaves the title, and what would be read otherwise, where it is', () => {
    expect(move(openText(guide), '[完全ガイド] A: b', 1)).toBe('title');
    const session = openText('## a\n\n本文\n\n## b\n\n```\nコード');
    expect(move(session, 'b', -1)).toBe('would-change');
    const underlined = openText('a\n---\n本文\n## b\n\n本文');
    expect(move(underlined, 'a', 1)).toBe('would-change');
    expect(moveSection(openText('本文').state, -1, 1).refused).toBe('no-section');
  });

  it('takes the caret along, from the rule behind the section too', () => {
    for (const [text, direction] of [
      ['朝の話', 1],
      ['学び方', -1],
    ] as const) {
      const session = openText(guide);
      session.dispatch({ selection: { anchor: guide.indexOf(text) + 1 } });
      const index = sectionAt(headingsOf(session.state), guide.indexOf(text));
      const result = moveSection(session.state, index, direction);
      if (result.refused === undefined) session.dispatch(result.transaction);
      const { head: caret } = session.state.selection.main;
      expect(caret).toBe(session.text().indexOf(text) + 1);
      expect(caret).not.toBe(guide.indexOf(text) + 1);
    }
    const session = openText(guide);
    session.dispatch({ selection: { anchor: guide.indexOf('---\n\n## 🏷️') } });
    expect(move(session, '2️⃣ 学び方', -1)).toBeUndefined();
    const now = headingsOf(session.state);
    expect(now[sectionAt(now, session.state.selection.main.head)]?.text).toBe('2️⃣ 学び方');
  });

  it('[P1] each line keeps the way it ends, and undo gives all of them back', () => {
    const mixed = '## a\r\n本文\n\n---\r\n\n## b\r\n本文\r\nおわり';
    const session = openText(mixed);
    expect(move(session, 'b', -1)).toBeUndefined();
    expect(session.fileText()).toBe('## b\r\n本文\r\nおわり\n\n---\r\n\n## a\r\n本文');
    session.undo();
    expect(session.fileText()).toBe(mixed);
    const crlf = openText(guide.replaceAll('\n', '\r\n'));
    expect(move(crlf, '1️⃣ 仕事', 1)).toBeUndefined();
    expect(crlf.fileText().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('[P1] and back again gives the very text; no section loses or gains a character', () => {
    const title = fc.constantFrom(
      ...['# 題', '## 章', '## 1️⃣ 章', '### 1. 節', '### 節', '#### 項', '下線\n---', '下線\n==='],
    );
    const other = fc.constantFrom(
      ...[
        '---',
        '',
        '',
        '',
        '本文',
        '```',
        '* a',
        '    b',
        '> c',
        '<div>',
        '***',
        '| a |',
        '| - |',
      ],
    );
    const line = fc.oneof(title, other, fc.constant('## 章'));
    const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r\n', '\r');
    const files = fc.array(fc.tuple(line, lineEnd), { maxLength: 18 }).chain((all) =>
      fc.boolean().map((ends) => {
        const text = all.map(([words, end]) => words + end).join('');
        return ends ? text : text.replace(/[\r\n]+$/, '');
      }),
    );
    let moved = 0;
    fc.assert(
      fc.property(files, fc.nat(12), fc.constantFrom<1 | -1>(1, -1), (file, at, direction) => {
        const session = openText(file);
        const before = session.fileText();
        const headings = headingsOf(session.state);
        const index = headings.length === 0 ? -1 : at % headings.length;
        const ownParts = (): string[] => {
          return headingsOf(session.state).map(({ from, contentTo }) =>
            session.text().slice(from, contentTo),
          );
        };
        const texts = ownParts();
        const move = moveSection(session.state, index, direction);
        if (move.refused !== undefined) return;
        moved += 1;
        session.dispatch(move.transaction);
        expect(ownParts().toSorted()).toEqual(texts.toSorted());
        const now = headingsOf(session.state);
        const back = moveSection(
          session.state,
          now.findIndex(({ from }) => from === move.heading.from),
          direction === 1 ? -1 : 1,
        );
        expect(back.refused).toBeUndefined();
        if (back.refused === undefined) session.dispatch(back.transaction);
        expect(session.fileText()).toBe(before);
      }),
      { numRuns: 1500 },
    );
    expect(moved).toBeGreaterThan(20);
  }, 30_000);
});

describe('renumbering', () => {
  const renumbered = (text: string, only?: string): string => {
    const session = openText(text);
    const headings = headingsOf(session.state);
    const index = headings.findIndex((heading) => heading.text === only);
    const spec = renumberSections(session.state, only === undefined ? undefined : index);
    if (typeof spec === 'string') return spec;
    session.dispatch(spec);
    const result = session.text();
    session.undo();
    expect(session.text()).toBe(text);
    return result;
  };

  it('counts chapters and steps up from 1 and leaves the rest alone', () => {
    expect(renumbered('## 2️⃣ b\n\n### 3. c\n\n### 名\n\n### 1． d\n\n## 1️⃣ a\n\n### 2. e\n')).toBe(
      '## 1️⃣ b\n\n### 1. c\n\n### 名\n\n### 2． d\n\n## 2️⃣ a\n\n### 1. e\n',
    );
    expect(renumbered('## 1️⃣ a\n\n## 🔟 b\n\n## 🏷️ c\n')).toBe('## 1️⃣ a\n\n## 2️⃣ b\n\n## 🏷️ c\n');
    expect(renumbered(guide)).toBe('in-order');
    expect(renumbered('## 1️⃣ a\n\n'.repeat(11))).toBe('too-many');
  });

  it('of one row leaves the others as they are', () => {
    const text = '## 2️⃣ b\n\n### 2. c\n\n## 1️⃣ a\n\n### 2. e\n\n### 1. f\n';
    expect(renumbered(text, '1️⃣ a')).toBe(text.replace('2️⃣', '1️⃣').replace('1️⃣ a', '2️⃣ a'));
    expect(renumbered(text, '1. f')).toBe(text.replace('2. e', '1. e').replace('1. f', '2. f'));
    expect(renumbered('# a', 'a')).toBe('in-order');
  });
});
