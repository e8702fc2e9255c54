import {
  assert,
  array,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  constant,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenedGuide } from '#core/ipc/contract';
import type { JournalChange } from '#core/recovery/journal-record';
import { textOfJournal } from '#core/recovery/journal-text';
import type { RecoveredGuide } from '#core/recovery/recovered-guide';
import { readLineEnds } from '#core/text/line-ends';
import { openSession, type OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { replayJournal } from '../../../src-renderer/editor/replay-journal.ts';
import type { EditorContext } from '../../../src-renderer/editor/editor-context.ts';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';

const noContext: EditorContext = {
  ...{ locale: 'ja', flavour: 'gfm-cjk', blankMarks: true, knowledge: noKnowledge },
  onEditInForm: () => undefined,
  onFix: () => undefined,
  onFixAll: () => undefined,
};

const file = (text: string, hash = 'h0'): OpenedGuide => ({ path: 'a.md', text, bom: false, hash });

/** A session whose changes and saves are written down as main's journal does. */
function journalled(text: string) {
  const session = openSession(file(text), noContext);
  const base = { text: session.text(), ...session.journalBase() };
  const changes: JournalChange[] = [];
  const saves: { after: number; hash: string }[] = [];
  session.onChange((change) => changes.push(structuredClone(change)));
  const save = (hash: string): void => {
    session.markSaved(hash);
    saves.push({ after: changes.length, hash });
  };
  const kept = (): RecoveredGuide =>
    structuredClone({ path: 'a.md', base, changes, saves }) as RecoveredGuide;
  return { session, save, kept };
}

/** Every text on the way back through the history, then all the way forth. */
function throughHistory(session: OpenSession): string[] {
  const texts: string[] = [];
  for (const step of [() => session.undo(), () => session.redo()]) {
    for (let before = -1; before !== session.version;) {
      before = session.version;
      step();
      texts.push(session.fileText());
    }
  }
  return texts;
}

const action = oneof(
  {
    weight: 6,
    arbitrary: record({
      kind: constant('type' as const),
      at: nat(1000),
      remove: integer({ min: 0, max: 3 }),
      insert: constantFrom('a', 'い', '\n', '字を', '👩‍💻', '', '\n\n'),
      pause: constantFrom(0, 40, 900),
      event: constantFrom('input.type', 'input.paste', 'delete.backward', 'input.form'),
    }),
  },
  { weight: 2, arbitrary: record({ kind: constant('undo' as const) }) },
  { weight: 1, arbitrary: record({ kind: constant('redo' as const) }) },
  { weight: 1, arbitrary: record({ kind: constant('save' as const) }) },
  {
    weight: 1,
    arbitrary: record({
      kind: constant('reload' as const),
      insert: constantFrom('外', '\r\n行\n'),
    }),
  },
);

describe('a guide brought back from its journal', () => {
  it('[F27] has the text, the line ends and every step of the history, whatever was done', async () => {
    let undone = 0;
    await assert(
      asyncProperty(
        constantFrom('一行目\n二行目\n', 'a\r\nb\r\nc\nd', '', '\rx\ry'),
        array(action, { minLength: 1, maxLength: 25 }),
        async (text, actions) => {
          const { session, save, kept } = journalled(text);
          let hash = 0;
          for (const one of actions) {
            if (one.kind === 'type') {
              const from = one.at % (session.length + 1);
              const to = Math.min(session.length, from + one.remove);
              session.dispatch({ changes: { from, to, insert: one.insert }, userEvent: one.event });
            } else if (one.kind === 'undo') session.undo();
            else if (one.kind === 'redo') session.redo();
            else if (one.kind === 'save') save(`saved ${(hash += 1)}`);
            else session.reload(file(session.fileText() + one.insert, `outside ${(hash += 1)}`));
          }
          const guide = kept();
          const disk = file('what the file has by now', session.baseHash);
          const replayed = replayJournal(guide, disk, noContext);
          expect(replayed.whole).toBe(true);
          expect(replayed.session.fileText()).toBe(session.fileText());
          expect(replayed.session.baseHash).toBe(session.baseHash);
          expect(replayed.session.unsaved).toBe(session.unsaved);
          // What the history keeps of a journal that is put aside is the same text; where its line
          // ends are mixed, new lines have those of the file.
          const given = await textOfJournal(guide, async () => undefined);
          const ends = [guide.base, ...guide.changes].flatMap(({ lineEnds }) => lineEnds ?? []);
          const isMixed = ends.some(({ exceptions }) => exceptions.length > 0);
          if (!isMixed) expect(given).toBe(session.fileText());
          expect(readLineEnds(given).text).toBe(session.text());
          const steps = throughHistory(session);
          undone += steps.length;
          expect(throughHistory(replayed.session)).toEqual(steps);
        },
      ),
      { numRuns: 400, seed: 27 },
    );
    expect(undone).toBeGreaterThan(1_000);
  });

  it('[F33] keeps the hash that its text is based on, so that a file changed since is told', () => {
    const { session, kept } = journalled('元\n');
    session.dispatch({ changes: { from: 0, insert: '私の' }, userEvent: 'input.type' });
    const { session: back } = replayJournal(kept(), file('外の\n', 'other'), noContext);
    expect([back.text(), back.baseHash, back.unsaved]).toEqual(['私の元\n', 'h0', true]);
  });

  it('[F27] knows a save that the journal had not heard of by its text, and what was typed since as unsaved', () => {
    const { session, kept } = journalled('元\r\n');
    session.dispatch({ changes: { from: 0, insert: '私の' }, userEvent: 'input.type' });
    const saved = file(session.fileText(), 'saved just before the end');
    session.dispatch({ changes: { from: 2, insert: '続き' }, userEvent: 'input.type' });
    const { session: back, lastAt } = replayJournal(kept(), saved, noContext);
    expect([back.fileText(), back.baseHash]).toEqual(['私の続き元\r\n', saved.hash]);
    expect([back.unsaved, lastAt === undefined]).toEqual([true, false]);
    session.dispatch({ changes: { from: 2, to: 4 }, userEvent: 'delete.backward' });
    const again = replayJournal(kept(), saved, noContext);
    expect([again.session.unsaved, again.lastAt]).toEqual([false, undefined]);
    // The same text with a byte order mark is none that the guide ever had.
    const marked = replayJournal(kept(), { ...saved, bom: true }, noContext);
    expect([marked.session.baseHash, marked.session.unsaved]).toEqual(['h0', true]);
  });

  it('that began with unsaved text is unsaved against its file', () => {
    const guide: RecoveredGuide = {
      path: 'a.md',
      base: {
        text: '変えた\n',
        ...journalled('').session.journalBase(),
        hash: 'h0',
        unsaved: true,
      },
      ...{ changes: [], saves: [] },
    };
    const { session } = replayJournal(guide, file('元の\n'), noContext);
    expect([session.text(), session.unsaved]).toEqual(['変えた\n', true]);
    session.undo();
    expect([session.text(), session.unsaved]).toEqual(['元の\n', false]);
  });

  it.each([
    ['has changed since', file('外の\n', 'other')],
    ['is gone', undefined],
  ])('[F33] that began with unsaved text stays unsaved where its file %s', (_, disk) => {
    const guide: RecoveredGuide = {
      path: 'a.md',
      base: {
        text: '変えた\n',
        ...journalled('').session.journalBase(),
        hash: 'h0',
        unsaved: true,
      },
      ...{ changes: [], saves: [] },
    };
    const { session } = replayJournal(guide, disk, noContext);
    expect([session.text(), session.unsaved, session.baseHash]).toEqual(['変えた\n', true, 'h0']);
  });

  it('with a change that does not fit keeps what came before it', () => {
    const { session, kept } = journalled('元\n');
    session.dispatch({ changes: { from: 0, insert: '私の' }, userEvent: 'input.type' });
    const guide = kept();
    const broken = { edits: [{ from: 900, to: 901, insert: '' }], at: 0 };
    const back = replayJournal(
      { ...guide, changes: [...guide.changes, broken] },
      file('元\n'),
      noContext,
    );
    expect([back.session.text(), back.whole]).toEqual(['私の元\n', false]);
  });
});
