import { forceParsing, syntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { foldDetails } from '../../../src-renderer/editor/details-fold.ts';
import { changeContext } from '../../../src-renderer/editor/extensions.ts';
import { noContext, openText } from './open-text.ts';

/** The text with each coloured piece as `class{text}`, as the real editor shows it with open details. */
function shown(text: string, lines: number): string[] {
  const { state } = openText(text);
  const view = new EditorView({ state, parent: document.body });
  view.dispatch({
    effects: [foldDetails.of(false), ...changeContext({ ...noContext, blankMarks: false })],
  });
  forceParsing(view, view.state.doc.length, 5000);
  const found = [...view.contentDOM.querySelectorAll('.cm-line')].slice(0, lines).map((line) =>
    [...line.childNodes]
      .map((node) => {
        const name = node instanceof HTMLElement ? node.className.replaceAll('tok-', '') : '';
        return name === '' ? node.textContent : `${name}{${node.textContent}}`;
      })
      .join(''),
  );
  view.destroy();
  return found;
}

/** Names of the nodes at the top of the tree. */
function blocks(text: string): string[] {
  const { state } = openText(text);
  const names: string[] = [];
  for (let node = syntaxTree(state).topNode.firstChild; node; node = node.nextSibling) {
    names.push(node.name);
  }
  return names;
}

test('the details are coloured as JSON, the body below as Markdown', () => {
  expect(shown('---json\n{\n  "title": "A", "n": 1\n}\n---\n# 見出し\n', 6)).toEqual([
    'mark{---json}',
    '{',
    '  key{"title"}: string{"A"}, key{"n"}: number{1}',
    '}',
    'mark{---}',
    'heading mark{#}heading{ 見出し}',
  ]);
});

test('line ends of Windows change nothing, nor do blanks after the fences', () => {
  expect(shown('---json  \r\n{ "a": "b" }\r\n--- \t\r\n*x*\r\n', 4)).toEqual([
    'mark{---json  }',
    '{ key{"a"}: string{"b"} }',
    'mark{--- \t}',
    'emphasis mark{*}emphasis{x}emphasis mark{*}',
  ]);
});

test('a byte order mark that stayed in the text does not hide the details', () => {
  expect(blocks('\ufeff---json\n{}\n---\n# A\n')).toEqual(['GuideDetails', 'ATXHeading1']);
});

test('details that nothing closes are JSON to the end and hold no heading', () => {
  const text = '---json\n{\n  "a": "b",\n# x\n';
  expect(blocks(text)).toEqual(['GuideDetails']);
  expect(shown(text, 3)).toEqual(['mark{---json}', '{', '  key{"a"}: string{"b"},']);
});

test.each([
  ['YAML', '---\ntitle: A\nslug: a\n---\n\n# B\n'],
  ['YAML by name', '---yaml\n# comment\ntitle: A\n---\n# B\n'],
  ['TOML', '+++\ntitle = "A"\n+++\n# B\n'],
  ['a language that is refused', '---js\nmodule.exports = {}\n---\n# B\n'],
])('details in %s are one block, no heading', (_name, text) => {
  expect(blocks(text)).toEqual(['GuideDetails', 'ATXHeading1']);
});

test('a thematic break on the first line is no guide detail', () => {
  expect(blocks('---\n\n本文\n')).toEqual(['HorizontalRule', 'Paragraph']);
  expect(blocks('本文\n\n---json\n{}\n---\n')[0]).toBe('Paragraph');
});

test('a block as large as is read is coloured to its end; a larger one is passed over as one block', () => {
  const of = (rows: number) =>
    `---json\n{\n${'  "name": "あいうえお",\n'.repeat(rows)}  "last": 1\n}\n---\n# B\n`;
  const state = openText(of(9000)).state;
  const view = new EditorView({ state });
  forceParsing(view, view.state.doc.length, 20_000);
  const last = view.state.doc.toString().indexOf('"last"');
  expect(syntaxTree(view.state).resolveInner(last + 1).name).toBe('PropertyName');
  view.destroy();
  const large = new EditorView({ state: openText(of(14_000)).state });
  forceParsing(large, large.state.doc.length, 20_000);
  const { topNode } = syntaxTree(large.state);
  expect(topNode.firstChild?.name).toBe('GuideDetails');
  expect(topNode.lastChild?.name).toBe('ATXHeading1');
  large.destroy();
});
