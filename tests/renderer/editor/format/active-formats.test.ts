import { ensureSyntaxTree } from '@codemirror/language';
import { expect, test } from 'vitest';
import { activeFormats } from '../../../../src-renderer/editor/format/active-formats.ts';
import { openMarked } from './format-marked.ts';

test.each([
  ['本文¦', []],
  ['**太¦い**', ['format.bold']],
  ['***両¦方***', ['format.bold', 'format.italic']],
  ['## **見¦出し**', ['format.bold', 'format.heading2']],
  ['*   項¦目', ['format.bulletList']],
  ['*   外\n    1. 内¦', ['format.numberedList']],
  ['- [ ] 作¦業', ['format.taskList']],
  ['> 引¦用', ['format.quote']],
  ['[公¦式](/a)', ['format.link']],
  ['[完全¦ガイド]', []],
  ['```\n中¦\n```', ['format.codeBlock']],
  ['`コ¦ード`と~~古い~~', ['format.code']],
  ['⟦**太**い⟧', []],
])('the caret of %j is in %j', (text, expected) => {
  const { state } = openMarked(text);
  ensureSyntaxTree(state, state.doc.length, 1e6);
  expect(activeFormats(state)).toEqual(expected);
});
