import { forceParsing } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { openText } from './open-text.ts';

let view: EditorView | undefined;
afterEach(() => {
  view?.destroy();
  view = undefined;
});

function show(text: string): EditorView {
  view?.destroy();
  view = new EditorView({ state: openText(text).state, parent: document.body });
  forceParsing(view, view.state.doc.length, 5000);
  return view;
}

/** Each coloured piece of the manuscript as `class{text}`. */
function colours(shown: EditorView): string[] {
  return [...shown.contentDOM.querySelectorAll<HTMLElement>('[class*="tok-"]')]
    .filter((piece) => piece.querySelector('[class*="tok-"]') === null)
    .map((piece) => `${piece.className.replaceAll('tok-', '')}{${piece.textContent}}`);
}

it('the line that is typed in has its colours at once', () => {
  const shown = show('# 題\n\nこれは**大事*です\n');
  const at = shown.state.doc.toString().indexOf('*です');
  shown.dispatch({ changes: { from: at, insert: '*' }, userEvent: 'input.type' });
  expect(colours(shown)).toContain('strong{大事}');
});

it('what a key changes on other lines follows after its frame', async () => {
  const shown = show('一\n\n`二\n三\n\n# 四\n');
  expect(colours(shown)).toContain('heading{ 四}');
  shown.dispatch({ changes: { from: 0, insert: '```\n' }, userEvent: 'input.type' });
  await vi.waitFor(() => expect(colours(shown)).not.toContain('heading{ 四}'));
});

it('after any edits the colours are those of the text opened anew', async () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '`',
    '```\n',
    '# ',
    '語',
    'a',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '[a](b)',
    '| ',
  );
  const edit = fc.record({ at: fc.nat(200), remove: fc.nat(3), insert: piece });
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      async (pieces, edits) => {
        const shown = show(pieces.join(''));
        for (const { at, remove, insert } of edits) {
          const { length } = shown.state.doc;
          const from = Math.min(at, length);
          shown.dispatch({ changes: { from, to: Math.min(length, from + remove), insert } });
        }
        forceParsing(shown, shown.state.doc.length, 5000);
        const text = shown.state.doc.toString();
        await new Promise((done) => setTimeout(done, 30));
        const now = colours(shown);
        expect(now).toEqual(colours(show(text)));
      },
    ),
    { numRuns: 60 },
  );
});
