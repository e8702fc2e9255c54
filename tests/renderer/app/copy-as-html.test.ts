import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { selectedLines } from '../../../src-renderer/app/copy-as-html.ts';

const doc = '---json\n{}\n---\n一\n二\n三\n';
const bodyFrom = doc.indexOf('一');
const at = (word: string) => doc.indexOf(word);

const lines = (anchor: number, head: number) =>
  selectedLines({ state: EditorState.create({ doc, selection: { anchor, head } }) }, bodyFrom);

it('are the lines of the body that the selection meets, in either direction', () => {
  expect(lines(at('二'), at('三') + 1)).toEqual({ from: 1, to: 2 });
  expect(lines(at('三') + 1, at('二'))).toEqual({ from: 1, to: 2 });
});

it('leave out the line at whose beginning a selection of whole lines ends', () => {
  expect(lines(at('一'), at('三'))).toEqual({ from: 0, to: 1 });
});

it('begin with the body where guide details are selected too', () => {
  expect(lines(0, at('二') + 1)).toEqual({ from: 0, to: 1 });
});

it('are none where nothing is selected, or guide details alone', () => {
  expect(lines(at('二'), at('二'))).toBeUndefined();
  expect(lines(0, 6)).toBeUndefined();
});
