import fc from 'fast-check';
import { moveLineDown, moveLineUp, redoDepth, undoDepth } from '@codemirror/commands';
import { describe, expect, it } from 'vitest';
import { openText } from './open-text.ts';

const pieces = fc.constantFrom(
  'あ',
  'b',
  '"',
  ' ',
  '\u2028',
  '\u2029',
  '\u0085',
  '\0',
  '\ufeff',
  '𠮷',
);
const breaks = fc.constantFrom('\n', '\r\n', '\r');
const anyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 2, arbitrary: breaks }), {
    maxLength: 24,
  })
  .map((all) => all.join(''));

const place = fc.nat({ max: 1000 });
const kinds = [
  'edit',
  'edit',
  'edit',
  'form',
  'form',
  'many',
  'up',
  'down',
  'reload',
  'undo',
] as const;
const action = fc.record({ kind: fc.constantFrom(...kinds), a: place, b: place, insert: anyText });
type Session = ReturnType<typeof openText>;
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function act(session: Session, { kind, a, b, insert }: Action): void {
  const at = (place: number): number => place % (session.length + 1);
  const [from, to] = at(a) <= at(b) ? [at(a), at(b)] : [at(b), at(a)];
  const view = { state: session.state, dispatch: session.dispatch };
  if (kind === 'edit') {
    session.dispatch({ changes: { from, to, insert }, userEvent: 'input.type' });
  } else if (kind === 'form') session.edit([{ from, to, insert }], 'form');
  else if (kind === 'many') {
    const changes = [{ from, insert }, ...(to > from ? [{ from: from + 1, to, insert }] : [])];
    session.dispatch({ changes, userEvent: 'delete' });
  } else if (kind === 'reload') {
    session.reload({ path: 'a.md', text: insert.repeat(2), bom: false, hash: 'r' });
  } else if (kind === 'undo') session.undo();
  else {
    session.dispatch({ selection: { anchor: from, head: to } });
    (kind === 'up' ? moveLineUp : moveLineDown)({ ...view, state: session.state });
  }
}

function undoAll(session: Session): void {
  while (undoDepth(session.state) > 0) session.undo();
}

function redoAll(session: Session): void {
  while (redoDepth(session.state) > 0) session.redo();
}

describe('line ends through the history', () => {
  it('[F47] undoing everything gives back the file byte for byte, doing it again what was before', () => {
    fc.assert(
      fc.property(anyText, fc.array(action, { maxLength: 8 }), (file, actions) => {
        const session = openText(file);
        expect(session.fileText()).toBe(file);
        for (const one of actions) act(session, one);
        redoAll(session);
        const after = session.fileText();
        expect(session.text()).not.toContain('\r');
        undoAll(session);
        expect(session.fileText()).toBe(file);
        redoAll(session);
        expect(session.fileText()).toBe(after);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  it('[P1] a text counts as unsaved whenever saving it would change the file', () => {
    fc.assert(
      fc.property(anyText, fc.array(action, { maxLength: 6 }), (file, actions) => {
        const session = openText(file);
        let onDisk = file;
        for (const one of actions) {
          act(session, one);
          if (one.kind === 'reload') onDisk = session.fileText();
          if (session.fileText() !== onDisk) expect(session.unsaved).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

describe('new line breaks', () => {
  const mixed = '---json\n{\r\n  "a": 1\r\n}\r\n---\n一\n二\n三\n四\n';

  it.each([
    ['in a block of CRLF', 18, ',\n  "b": 2', '"a": 1,\r\n  "b": 2\r\n}'],
    ['in a block of LF', 26, '\n', '一\n\n二'],
  ])('[F47] %s end as the lines around them', (_title, at, insert, expected) => {
    const session = openText(mixed);
    session.edit([{ from: at, to: at, insert }], 'form');
    expect(session.fileText()).toContain(expected);
  });

  it('[F47] at the end of the text end as the line before', () => {
    const session = openText('一\n二\n三\r\n四');
    session.dispatch({ changes: { from: session.length, insert: '\n五' } });
    expect(session.fileText()).toBe('一\n二\n三\r\n四\r\n五');
  });

  it('[F47] that a paste brings as CRLF or CR are breaks of this file, not characters', () => {
    const session = openText('一\n二');
    session.dispatch({ changes: { from: 1, insert: 'a\r\nb\rc\r' }, userEvent: 'input.paste' });
    expect(session.fileText()).toBe('一a\nb\nc\n\n二');
    session.undo();
    expect(session.fileText()).toBe('一\n二');
  });
});

it('[F47] a deleted exceptional break comes back as it was', () => {
  const file = '一\r\n二\n三\r\n四\r五\r\n';
  const session = openText(file);
  session.dispatch({ changes: { from: 2, to: 8 } });
  expect(session.fileText()).toBe('一\r\n五\r\n');
  session.undo();
  expect([session.fileText(), session.unsaved]).toEqual([file, false]);
});

it('[F47] a file of which only the line ends changed outside is taken in, and undo goes back', () => {
  const session = openText('一\n二\n');
  session.reload({ path: 'a.md', text: '一\r\n二\r\n', bom: true, hash: 'n' });
  expect([session.fileText(), session.unsaved, session.bom]).toEqual(['一\r\n二\r\n', false, true]);
  session.undo();
  expect([session.fileText(), session.unsaved]).toEqual(['一\n二\n', true]);
});
