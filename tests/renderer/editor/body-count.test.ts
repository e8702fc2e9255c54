import { EditorSelection } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBodyOf, selectedCharacters } from '../../../src-renderer/editor/body-count.ts';
import { openText } from './open-text.ts';

const head = '---json\n{\n  "title": "A"\n}\n---\n';

test('after any changes, asked for now and then, the count is that of the whole body', () => {
  const piece = fc.constantFrom(
    '字',
    'word ',
    '\n',
    '\n---\n',
    '---json\n',
    '1️⃣',
    '\u200d',
    '👩',
    '\u3099',
  );
  const step = fc.record({
    edits: fc.array(
      fc.record({ at: fc.nat(100), cut: fc.nat(12), insert: fc.array(piece, { maxLength: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    ask: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 8 }),
      fc.array(piece, { maxLength: 30 }),
      (steps, body) => {
        const session = openText(head + body.join(''));
        for (const { edits, ask } of steps) {
          let from = 0;
          const changes = edits.flatMap(({ at, cut, insert }) => {
            const start = from + Math.floor((at / 101) * (session.length - from));
            const to = Math.min(session.length, start + cut);
            from = to;
            return [{ from: start, to, insert: insert.join('') }];
          });
          session.dispatch({ changes });
          if (ask) countBodyOf(session.state);
        }
        expect(countBodyOf(session.state)).toEqual(countBodyOf(openText(session.text()).state));
      },
    ),
    { numRuns: 300 },
  );
});

test('keys in a long text count their own lines, once, when the count is asked for', () => {
  const session = openText(head + '一行の文です。\n'.repeat(20_000));
  expect(countBodyOf(session.state).characters).toBe(140_000);
  const before = session.state.doc;
  for (const insert of 'あいう') session.dispatch({ changes: { from: 500, insert } });
  // Whoever walks the lines of the text does so by these.
  const walked: number[] = [];
  for (const doc of [before, session.state.doc]) {
    const iterLines = doc.iterLines.bind(doc);
    Object.defineProperty(doc, 'iterLines', {
      value: (from: number, to: number) => {
        walked.push(to - from);
        return iterLines(from, to);
      },
    });
  }
  expect(countBodyOf(session.state).characters).toBe(140_003);
  expect(walked).toEqual([1, 1]);
});

test('what is selected is counted in graphemes, over all selections, without line breaks', () => {
  const session = openText('👩‍👩‍👧1️⃣\nか\u3099xyz\n');
  session.dispatch({
    selection: EditorSelection.create([
      EditorSelection.range(0, 13),
      EditorSelection.range(14, 15),
    ]),
  });
  expect(selectedCharacters(session.state)).toBe(4);
});
