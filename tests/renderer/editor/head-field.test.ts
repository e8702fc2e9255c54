import fc from 'fast-check';
import { ChangeSet, EditorState, type Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { splitGuide } from '#core/document/guide-parts';
import { maxBlockBytes } from '#core/document/json-limits';
import { parseGuide } from '#core/document/parse-guide';
import { bodyCountField, countBodyOf } from '../../../src-renderer/editor/body-count.ts';
import { detailsFoldField, foldDetails } from '../../../src-renderer/editor/details-fold.ts';
import { headField } from '../../../src-renderer/editor/head-field.ts';
import { openText } from './open-text.ts';

const stateOf = (doc: string): EditorState =>
  EditorState.create({
    doc,
    extensions: [EditorState.lineSeparator.of('\n'), headField, bodyCountField],
  });

/** What the parser of guides says of the same text. */
function expected(text: string) {
  const { bodyFrom, closed, kind } = splitGuide(text);
  return { bodyFrom, closed: kind !== 'none' && closed };
}

function found(state: EditorState) {
  const { bodyFrom, closed } = state.field(headField);
  return { bodyFrom, closed };
}

const lines = fc.array(
  fc.constantFrom(
    ...[
      '---json',
      '---',
      '--- ',
      '---\t ',
      '+++',
      '+++ ',
      '--- json',
      '---JSON ',
      '---yaml',
      '----',
    ],
    ...[
      '---x',
      '+++ x',
      '\ufeff---json',
      ' ---',
      '',
      '{}',
      'a: 1',
      '"a"',
      '# 本文',
      '-',
      '--',
      '\ufeff',
    ],
  ),
  { maxLength: 8 },
);
const texts = fc.tuple(lines, fc.boolean()).map(([all, end]) => all.join('\n') + (end ? '\n' : ''));

describe('the guide details in the manuscript', () => {
  it('[F50] are those that the parser finds, in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(stateOf(text))).toEqual(expected(text));
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('[F50] stay those that the parser finds through any edits', () => {
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(60), texts), { maxLength: 5 });
    fc.assert(
      fc.property(texts, edits, (text, all) => {
        let state = stateOf(text);
        for (const [a, b, insert] of all) {
          const at = [a, b].map((one) => one % (state.doc.length + 1)).toSorted((x, y) => x - y);
          state = state.update({ changes: { from: at[0]!, to: at[1]!, insert } }).state;
          const now = state.doc.toString();
          expect(found(state)).toEqual(expected(now));
          expect(countBodyOf(state)).toEqual(countBodyOf(stateOf(now)));
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('[F50] that nothing closes are read to the end, as the parser reads them', () => {
    const session = openText('---json\n{ "slug": "a" }\n# 本文\n');
    expect(session.head()).toBe(session.text());
    expect(parseGuide(session.head()).diagnostics.map(({ code }) => code)).toContain('json-syntax');
  });

  it('[T30] that nothing closes are given no further than the parser would read', () => {
    const session = openText(`---json\n{ "a": "${'長\n'.repeat(300_000)}`);
    expect(session.head().length).toBe(8 + maxBlockBytes + 1);
    const whole = parseGuide(session.text()).diagnostics.map(({ code }) => code);
    expect(parseGuide(session.head()).diagnostics.map(({ code }) => code)).toEqual(whole);
  });

  it.each([
    ['behind closed details', '---json\n{}\n---\n'],
    ['in details that nothing closes', '---json\n{}\n'],
    ['without details', '# 見出し\n'],
  ])('[P9] a key %s looks at its own lines only', (_title, start) => {
    const state = stateOf(start + '本文の行です。\n'.repeat(50_000));
    const walks: string[] = [];
    const changes = ChangeSet.of({ from: state.doc.length - 3, insert: 'あ' }, state.doc.length);
    const newDoc = changes.apply(state.doc);
    const watched = new Proxy(newDoc, {
      get(doc: Text, name) {
        if (name === 'iterLines' || name === 'toString' || name === 'iter') walks.push(name);
        const value: unknown = Reflect.get(doc, name);
        return typeof value === 'function' ? (value.bind(doc) as unknown) : value;
      },
    });
    const transaction = state.update({ changes });
    Object.defineProperty(transaction, 'newDoc', { value: watched });
    expect(transaction.state.field(headField).closed).toBe(start.includes('---\n', 8));
    expect(walks).toEqual([]);
  });
});

describe('the folded details', () => {
  it('do not hide the text where nothing closes them', () => {
    const session = openText('---json\n{ "slug": "a" }\n# 本文\n');
    expect(session.state.field(detailsFoldField).decorations.size).toBe(0);
    expect(openText('---json\n{}\n---\n').state.field(detailsFoldField).decorations.size).toBe(1);
  });

  it('do not fold under the author who closes them just now', () => {
    const session = openText('---json\n{}\n--\n# 本文\n');
    session.dispatch({ changes: { from: 13, insert: '-' }, selection: { anchor: 14 } });
    expect(session.state.field(headField).closed).toBe(true);
    expect(session.state.field(detailsFoldField).folded).toBe(false);
    session.dispatch({ effects: foldDetails.of(true) });
    expect(session.state.field(detailsFoldField).decorations.size).toBe(1);
  });
});
