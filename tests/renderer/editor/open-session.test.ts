import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/lint/diagnostic';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import type { EditorContext } from '../../../src-renderer/editor/editor-context.ts';
import { findingsOf } from '../../../src-renderer/editor/findings.ts';
import { countBodyOf } from '../../../src-renderer/editor/body-count.ts';
import { openSession } from '../../../src-renderer/editor/open-session.ts';
import { applyEdits } from '../../../src-core/document/text-edit.ts';

const context: EditorContext = {
  locale: 'ja',
  flavour: 'gfm-cjk',
  blankMarks: true,
  knowledge: noKnowledge,
  onEditInForm: () => undefined,
  onFix: () => undefined,
  onFixAll: () => undefined,
};

function open(text: string) {
  return openSession({ path: 'a.md', text, bom: false, hash: 'h' }, context);
}

function finding(from: number, to: number): Diagnostic {
  return {
    code: 'x',
    severity: 'error',
    from,
    to,
    message: { ja: '指摘', en: 'finding' },
    fixes: [{ title: { ja: '直す', en: 'Fix' }, edits: [{ from, to, insert: '' }] }],
  };
}

const guide = '---json\n{\n  "slug": "a"\n}\n---\n# 見出し\n\n本文です。';

describe('a guide session', () => {
  it('[P1] gives a text back byte for byte whatever its line ends', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '行', '\u2028', '\0', ' ', '"') });
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), line, (lines, last) => {
        const text = lines.map(([body, eol]) => body + eol).join('') + last;
        expect(open(text).fileText()).toBe(text);
      }),
    );
  });

  it('[P1] keeps the other line ends of a mixed file when one line is edited', () => {
    const session = open('一\r\n二\n三\r\n四\r');
    session.edit([{ from: 2, to: 3, insert: '弐' }], 'form');
    expect(session.fileText()).toBe('一\r\n弐\n三\r\n四\r');
  });

  it('[P1] drops a line end with the line that it ended', () => {
    const session = open('一\r\n二\n三\r\n四');
    session.edit([{ from: 2, to: 4, insert: '' }], 'form');
    expect(session.fileText()).toBe('一\r\n三\r\n四');
  });

  it('[P2] undoes typing and a form edit in the order in which they were made', () => {
    const session = open(guide);
    session.dispatch({ changes: { from: guide.length, insert: '追記' }, userEvent: 'input.type' });
    session.edit([{ from: 21, to: 22, insert: 'b' }], 'form');
    expect(session.text()).toContain('"b"');
    session.undo();
    expect(session.text()).toBe(`${guide}追記`);
    session.undo();
    expect(session.text()).toBe(guide);
    expect(session.unsaved).toBe(false);
    session.redo();
    session.redo();
    expect(session.head()).toContain('"slug": "b"');
  });

  it('tells listeners each change with ranges of the text before', () => {
    const session = open(guide);
    let copy = session.text();
    session.onChange(({ edits, version }) => {
      copy = applyEdits(copy, edits);
      expect(version).toBe(session.version);
    });
    session.edit([{ from: 8, to: 9, insert: '{ ' }], 'form');
    session.undo();
    session.dispatch({
      changes: [
        { from: 0, to: 3 },
        { from: 10, insert: 'あ\nい' },
      ],
    });
    expect(copy).toBe(session.text());
  });

  it('is unsaved only while its text differs from the saved one', () => {
    const session = open(guide);
    session.edit([{ from: guide.length, to: guide.length, insert: '。' }], 'command');
    expect(session.unsaved).toBe(true);
    session.markSaved('h2');
    expect([session.unsaved, session.baseHash]).toEqual([false, 'h2']);
    session.undo();
    expect(session.unsaved).toBe(true);
  });

  it('[F34] takes a change of the file in as one step that can be undone', () => {
    const session = open(guide);
    session.reload({ path: 'a.md', text: guide.replace('本文', '外の文'), bom: false, hash: 'n' });
    expect([session.text().includes('外の文'), session.unsaved]).toEqual([true, false]);
    session.undo();
    expect(session.text()).toBe(guide);
  });

  it('finds the guide details only at the top, and follows edits of them', () => {
    const session = open(guide);
    expect(session.head()).toBe(guide.slice(0, guide.indexOf('# 見出し')));
    session.edit([{ from: 9, to: 9, insert: '\n  "title": "題",' }], 'form');
    expect(session.head()).toContain('"title": "題"');
    session.edit([{ from: 0, to: 1, insert: '' }], 'command');
    expect(session.head()).toBe('');
    expect(open('# 本文\n\n---\n').head()).toBe('');
  });

  it('a read-only guide refuses edits', () => {
    const session = openSession(
      { path: 'a.md', text: guide, bom: false, hash: 'h', readOnly: 'not-utf8' },
      context,
    );
    session.edit([{ from: 0, to: 1, insert: 'x' }], 'form');
    expect(session.text()).toBe(guide);
  });
});

describe('findings of a session', () => {
  it('of an older version move with the changes since', () => {
    const session = open(guide);
    session.edit([{ from: 0, to: 0, insert: 'ああ' }], 'command');
    session.showFindings(0, [finding(10, 12)]);
    const [shown] = findingsOf(session.state);
    expect([shown?.from, shown?.to, shown?.fixes?.[0]?.edits[0]?.from]).toEqual([12, 14, 12]);
  });

  it('of a newer version than the text are not shown', () => {
    const session = open(guide);
    session.showFindings(1, [finding(1, 2)]);
    expect(findingsOf(session.state)).toEqual([]);
  });

  it('vanish with their text, and lose a fix whose text was edited', () => {
    const session = open(guide);
    session.showFindings(0, [finding(10, 12), finding(20, 24)]);
    session.edit([{ from: 9, to: 13, insert: '' }], 'command');
    session.edit([{ from: 18, to: 19, insert: 'z' }], 'command');
    const shown = findingsOf(session.state);
    expect(shown.map(({ fixes }) => fixes?.length)).toEqual([0]);
  });
});

describe('the count of characters', () => {
  const units = fc.constantFrom('あ', 'a', '1️⃣', '👨‍👩‍👧', 'か\u3099', '\n', '。', '🏷️');

  it('[P9] counts graphemes, and after edits equals a count from scratch', () => {
    const text = fc.array(units, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(40), fc.nat(40), (before, insert, a, b) => {
        const head = '---json\n{}\n---\n';
        const session = open(head + before);
        const [from, to] = [a, b]
          .map((at) => head.length + Math.min(at, before.length))
          .sort((x, y) => x - y);
        session.edit([{ from: from!, to: to!, insert }], 'command');
        expect(countBodyOf(session.state)).toEqual(countBodyOf(open(session.text()).state));
      }),
    );
    expect(countBodyOf(open('---json\n{}\n---\n1️⃣です\nか\u3099').state).characters).toBe(4);
  });
});
