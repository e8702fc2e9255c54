import { ensureSyntaxTree, foldable } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { openText } from './open-text.ts';

const head = '---json\n{\n  "slug": "nurse",\n  "tags": ["夜勤", 1, true]\n}\n---\n';

/** Names and texts of the nodes of a state's whole tree that have no children. */
function leaves(state: EditorState): string[] {
  const found: string[] = [];
  ensureSyntaxTree(state, state.doc.length, 5000)?.iterate({
    enter(node) {
      if (node.node.firstChild === null)
        found.push(`${node.name} ${state.sliceDoc(node.from, node.to)}`);
    },
  });
  return found;
}

it('an edit of the details is read anew, at its place', () => {
  const session = openText(`${head}# 看護師\n`);
  ensureSyntaxTree(session.state, session.length, 5000);
  const at = session.text().indexOf('nurse');
  session.dispatch({ changes: { from: at, to: at + 5, insert: 'doctor' } });
  session.dispatch({ changes: { from: session.length, insert: '\n本文**太字**\n' } });
  const found = leaves(session.state);
  expect(found).toContain('String "doctor"');
  expect(found).toContain('True true');
  expect(found.filter((leaf) => leaf === 'EmphasisMark **')).toHaveLength(2);
});

it('a heading folds its section, up to the next of its level or above', () => {
  const text = '## 一\n\nあ\n\n### 小\n\nい\n\n## 二\n\nう\n';
  const { state } = openText(text);
  ensureSyntaxTree(state, state.doc.length, 5000);
  const fold = (line: number) => {
    const { from, to } = state.doc.line(line);
    const range = foldable(state, from, to);
    return range && state.sliceDoc(range.from, range.to);
  };
  expect(fold(1)).toBe('\n\nあ\n\n### 小\n\nい');
  expect(fold(5)).toBe('\n\nい');
  expect(fold(3)).toBeNull();
});
