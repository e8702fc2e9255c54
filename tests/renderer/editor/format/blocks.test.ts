import { expect, test } from 'vitest';
import { insertRule } from '../../../../src-renderer/editor/format/insert-rule.ts';
import { toggleCodeBlock } from '../../../../src-renderer/editor/format/toggle-code-block.ts';
import { toggleHeading } from '../../../../src-renderer/editor/format/toggle-heading.ts';
import { toggleLink } from '../../../../src-renderer/editor/format/toggle-link.ts';
import { toggleList } from '../../../../src-renderer/editor/format/toggle-list.ts';
import { toggleQuote } from '../../../../src-renderer/editor/format/toggle-quote.ts';
import { after, apply, openMarked } from './format-marked.ts';

const bullet = toggleList('bullet');
const ordered = toggleList('ordered');
const task = toggleList('task');

test.each([
  ['本文¦', '## 本文¦'],
  ['## 本文¦', '本文¦'],
  ['#### 本文¦', '## 本文¦'],
  ['# 本¦文 ##', '## 本¦文 ##'],
  ['## 本¦文 ##', '本¦文'],
  ['¦', '## ¦'],
  ['> 引¦用', '> ## 引¦用'],
  ['*   項¦目', '*   ## 項¦目'],
  ['⟦一つ目\n\n## 二つ目⟧', '## ⟦一つ目\n\n## 二つ目⟧'],
  ['⟦## 一つ目\n\n## 二つ目⟧', '⟦一つ目\n\n二つ目⟧'],
  ['題¦\n---\n本文', '題¦\n本文'],
  ['題¦\n===\n本文', '## 題¦\n本文'],
  ['一¦\n二', '## 一¦\n二'],
  ['```\n# 中¦\n```', 'refused: code'],
  ['| あ¦ |\n| --- |', 'refused: table'],
  ['一\n\n--¦-', 'refused: table'],
  ['---json\n{¦}\n---\n', 'refused: details'],
])('heading 2: %j becomes %j', (before, expected) => {
  expect(after(before, toggleHeading(2))).toBe(expected);
});

test('a paragraph has no heading left, and says so', () => {
  expect(after('### 題¦', toggleHeading(0))).toBe('題¦');
  expect(after('題¦', toggleHeading(0))).toBe('refused: nothing');
});

test.each([
  // the guide format's own marker, then that of the document
  [bullet, '項目¦', '*   項目¦'],
  [bullet, '項目¦\n\n- 既存', '- 項目¦\n\n- 既存'],
  [bullet, '+  既存\n\n本文\n\n項目¦', '+  既存\n\n本文\n\n+  項目¦'],
  [bullet, '```\n- 中\n```\n\n項目¦', '```\n- 中\n```\n\n*   項目¦'],
  [bullet, '---json\n{\n- 中\n}\n---\n項目¦', '---json\n{\n- 中\n}\n---\n*   項目¦'],
  [bullet, '* * *\n\n項目¦', '* * *\n\n*   項目¦'],
  [bullet, '⟦一\n\n二⟧', '*   ⟦一\n\n*   二⟧'],
  [bullet, '*   一¦', '一¦'],
  [bullet, '⟦*   一\n*   二⟧', '⟦一\n二⟧'],
  [bullet, '⟦*   一\n二⟧', '⟦*   一\n*   二⟧'],
  [bullet, '*   一\n    *   二¦', '*   一\n    二¦'],
  [bullet, '> 引用¦', '> *   引用¦'],
  [bullet, '¦', '*   ¦'],
  [bullet, '1. 一¦', '*   一¦'],
  [bullet, '*   ⟦一\n    続き\n*   二⟧', '⟦一\n    続き\n二⟧'],
  [ordered, '⟦一\n二\n三⟧', '1. ⟦一\n2. 二\n3. 三⟧'],
  [ordered, '1. 一\n二¦', '1. 一\n2. 二¦'],
  [ordered, '1) 一\n\n本文\n\n二¦', '1) 一\n\n本文\n\n1) 二¦'],
  [ordered, '⟦*   一\n    *   細\n    *   目\n*   二⟧', '⟦1.  一\n    1. 細\n    2. 目\n2. 二⟧'],
  [ordered, '⟦1. 一\n2. 二⟧', '⟦一\n二⟧'],
  [task, '作業¦', '*   [ ] 作業¦'],
  [task, '*   作業¦', '*   [ ] 作業¦'],
  [task, '*   [x] 作業¦', '作業¦'],
  [bullet, '- [x] 作業¦', '- 作業¦'],
  [task, '1. 作業¦', '*   [ ] 作業¦'],
])('%# lists: %o', (command, before, expected) => {
  expect(after(before, command)).toBe(expected);
});

test.each([
  ['本文¦', '> 本文¦'],
  ['> 本文¦', '本文¦'],
  ['⟦一\n\n二⟧', '> ⟦一\n>\n> 二⟧'],
  ['⟦> 一\n>\n> 二⟧', '⟦一\n\n二⟧'],
  ['⟦> 一\n二⟧', '> ⟦> 一\n> 二⟧'],
])('quotation: %j becomes %j', (before, expected) => {
  expect(after(before, toggleQuote)).toBe(expected);
});

test.each([
  ['前\n\nconst a = 1;¦\n\n後', '前\n\n```¦\nconst a = 1;\n```\n\n後'],
  ['⟦a\nb⟧', '```¦\na\nb\n```'],
  ['⟦a\n⟧b', '```¦\na\n```\nb'],
  ['⟦```\na\n```\nb⟧', '````¦\n```\na\n```\nb\n````'],
  ['*   項目\n\n    a¦', '*   項目\n\n    ```¦\n    a\n    ```'],
  ['前\n```js\na¦\n```\n後', '前\na¦\n後'],
  ['```\na¦', 'a¦'],
  ['前\n```¦\n```\n後', '前\n¦\n後'],
  ['¦', '```¦\n\n```'],
  ['a¦\n\nb¦', '```¦\na\n```\n\n```¦\nb\n```'],
  ['---json\n{¦}\n---\n', 'refused: details'],
])('code block: %j becomes %j', (before, expected) => {
  expect(after(before, toggleCodeBlock)).toBe(expected);
});

test.each([
  ['一¦\n二', '一\n\n---\n\n¦二'],
  ['一¦\n\n二', '一\n\n---\n\n¦二'],
  ['一\n¦', '一\n\n---\n\n¦'],
  ['# 題\n\n¦\n\n二', '# 題\n\n---\n\n¦二'],
  ['¦', '\n---\n\n¦'],
  ['***\n\n一¦', '***\n\n一\n\n***\n\n¦'],
  ['*   一¦\n*   二\n\n後', '*   一\n*   二\n\n---\n\n¦後'],
  ['| あ¦ |\n| --- |\n| い |', '| あ |\n| --- |\n| い |\n\n---\n\n¦'],
  ['一\n\n--¦-\n\n二', '一\n\n¦\n\n二'],
  ['---json\n{¦}\n---\n', 'refused: details'],
])('section break: %j becomes %j', (before, expected) => {
  expect(after(before, insertRule)).toBe(expected);
});

test.each([
  ['⟦公式⟧を見る', '[公式](¦)を見る'],
  ['⟦ 公式 ⟧を見る', ' [公式](¦) を見る'],
  ['⟦https://example.com/a⟧', '[¦](https://example.com/a)'],
  ['[公¦式](https://example.com/a "題")を見る', '公¦式を見る'],
  ['⟦[公式](/a)⟧を見る', '⟦公式⟧を見る'],
  ['公¦式を見る', '[公式](¦)を見る'],
  ['見る¦', '見る[¦]()'],
  ['¦## 題', '## [¦]()題'],
  ['| 列 |\n| -¦-- |', 'refused: nothing'],
  ['⟦一⟧と⟦二⟧', '[一](¦)と[二](¦)'],
  ['⟦a]b⟧', 'refused: unclosed'],
  ['# ⟦[完全ガイド] 題⟧', '# [[完全ガイド] 題](¦)'],
  ['```\n⟦中⟧\n```', 'refused: code'],
])('link: %j becomes %j', (before, expected) => {
  expect(after(before, toggleLink)).toBe(expected);
});

const all = {
  heading: toggleHeading(3),
  bullet,
  ordered,
  task,
  quote: toggleQuote,
  codeBlock: toggleCodeBlock,
  rule: insertRule,
  link: toggleLink,
};

test.each(Object.entries(all))(
  '[P2] %s is one step to undo, and leaves the lines around it byte for byte',
  (_name, command) => {
    const session = openMarked('前の 行  \n\n⟦一つ目\n二つ目⟧\n\n\t後の行。');
    const text = session.text();
    expect(apply(session, command)).toBeUndefined();
    const lines = session.text().split('\n');
    expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual([
      '前の 行  ',
      '',
      '',
      '\t後の行。',
    ]);
    session.undo();
    expect(session.text()).toBe(text);
  },
);

test.each(['heading', 'bullet', 'ordered', 'task', 'quote', 'codeBlock', 'link'] as const)(
  '[P1] %s twice gives the very text back',
  (name) => {
    const session = openMarked('前\n\n⟦一つ目⟧\n\n後');
    const text = session.text();
    apply(session, all[name]);
    expect(session.text()).not.toBe(text);
    apply(session, all[name]);
    expect(session.text()).toBe(text);
  },
);
