// @vitest-environment happy-dom
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { composeMerge, conflictsOf } from '#core/merge/merge-guides';
import { reloadGuide, saveGuide } from '../../src-renderer/app/guide-actions.ts';
import { readMerge, saveMerged } from '../../src-renderer/app/merge-guide.ts';
import {
  afterKill,
  createModel,
  flushed,
  looked,
  maySave,
  merged,
  reloaded,
  restarted,
  saved,
  typed,
  writtenOutside,
} from './guide-model.ts';
import { path, startApp } from './one-app.ts';
import { replayCommand, scaleOf, tellTorture } from './scale.ts';

const scale = scaleOf('interleavings', 250);

const step = oneof(
  {
    weight: 8,
    arbitrary: record({
      do: constant('type' as const),
      at: nat(400),
      erase: constantFrom(0, 0, 0, 3),
    }),
  },
  { weight: 3, arbitrary: record({ do: constant('flush' as const) }) },
  { weight: 4, arbitrary: record({ do: constant('save' as const) }) },
  { weight: 1, arbitrary: record({ do: constant('overwrite' as const) }) },
  { weight: 1, arbitrary: record({ do: constant('undo' as const) }) },
  {
    weight: 4,
    arbitrary: record({
      do: constant('outside' as const),
      how: constantFrom('append', 'insert', 'rename', 'rewrite', 'delete'),
      at: nat(400),
    }),
  },
  { weight: 3, arbitrary: record({ do: constant('look' as const) }) },
  { weight: 1, arbitrary: record({ do: constant('reload' as const) }) },
  {
    weight: 2,
    arbitrary: record({
      do: constant('merge' as const),
      choice: constantFrom('mine', 'theirs', 'both'),
    }),
  },
  // Somebody else writes just while a save does.
  { weight: 2, arbitrary: record({ do: constant('race' as const), at: nat(24) }) },
  { weight: 3, arbitrary: record({ do: constant('kill' as const) }) },
  { weight: 3, arbitrary: record({ do: constant('kill in mid-save' as const), at: nat(40) }) },
);

const beginning =
  '---json\n{"title": "題", "tags": ["a"]}\n---\n\n# 章\n\n一の段落。\n\n二の段落。\n\n三の段落。\n';
const folders = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

it(
  '[P3] [F25] [F26] [F27] [F33] [F34] [F35] [F36] whatever is typed, saved, changed outside and killed in whatever order, nothing is lost, torn or kept silent',
  async () => {
    const done = new Map<string, number>();
    const count = (what: string) => void done.set(what, (done.get(what) ?? 0) + 1);
    await assert(
      asyncProperty(array(step, { minLength: 3, maxLength: 24 }), async (steps) => {
        const base = mkdtempSync(join(folders, 'shirube-interleaving-'));
        try {
          await run(base, steps, count);
        } finally {
          rmSync(base, { recursive: true, force: true });
        }
      }),
      { numRuns: scale.count, seed: scale.seed, endOnFailure: scale.long },
    ).catch((error: unknown) => {
      throw new Error(`replay: ${replayCommand('interleavings', scale)}`, { cause: error });
    });
    tellTorture('interleavings', {
      interleavings: scale.count,
      ...Object.fromEntries([...done].sort()),
      problems: 0,
    });
    // Else the steps never met what they are about.
    for (const what of ['saved', 'refused', 'merged', 'killed in mid-save', 'race refused']) {
      expect(done.get(what), `${what} too seldom`).toBeGreaterThan(scale.count / 25);
    }
  },
  60_000 + scale.count * 1_000,
);

type Step = typeof step extends { generate: (...args: never[]) => { value: infer S } } ? S : never;

async function run(base: string, steps: readonly Step[], count: (what: string) => void) {
  const [root, data] = [join(base, 'root'), join(base, 'data')];
  mkdirSync(join(root, 'guides'), { recursive: true });
  mkdirSync(data, { mode: 0o700 });
  const file = join(root, path);
  const read = (): string | undefined =>
    existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  writeFileSync(file, beginning);
  const model = createModel(beginning);
  let app = await startApp(root, data);
  let number = 0;
  const token = (): string => `〔${(number += 1)}〕`;

  function writeOutside(how: string, at: number): void {
    const now = model.disk ?? '';
    const place = at % (now.length + 1);
    const text =
      how === 'append'
        ? `${now}\n${token()}の段落。\n`
        : how === 'insert'
          ? now.slice(0, place) + token() + now.slice(place)
          : how === 'delete'
            ? undefined
            : `# ${token()}\n\nまったく別の文。\n`;
    if (text === undefined) rmSync(file, { force: true });
    else if (how === 'rename') {
      writeFileSync(`${file}~`, text);
      renameSync(`${file}~`, file);
    } else writeFileSync(file, text);
    writtenOutside(model, text);
  }

  /** After a save that did not go through, the author is told and the text is still unsaved. */
  function expectRefused(ok: boolean): void {
    count('refused');
    expect(ok).toBe(false);
    const { disk, saveFailure } = app.document();
    expect(disk !== 'same' || saveFailure !== undefined).toBe(true);
  }

  async function save(overwrite = false): Promise<void> {
    const expected = overwrite || maySave(model);
    const ok = await saveGuide(path, overwrite ? 'overwrite' : 'asked');
    if (!expected) return expectRefused(ok);
    expect(ok, `saved: ${JSON.stringify(app.document())}`).toBe(true);
    count('saved');
    saved(model);
    // Its place in the history comes a moment after the acknowledgement.
    await app.settle();
  }

  async function restart(): Promise<void> {
    await app.die();
    app = await startApp(root, data);
    if (!app.isOpen()) {
      expect(afterKill(model)).toContain(undefined);
      expect(model.disk).toBeUndefined();
      writeOutside('rewrite', 0);
      await app.open();
    }
    const { disk, unsaved } = app.document();
    const session = app.session();
    const window = session.fileText();
    expect(afterKill(model)).toContain(window);
    const isFile = window === model.disk;
    // Text that is not the file's is never shown as if it were.
    expect(isFile || unsaved || disk !== 'same').toBe(true);
    if (disk === 'same') expect(session.savedTexts().file).toBe(model.disk);
    // And what only we have written never looks foreign.
    else expect(model.isForeign).toBe(true);
    restarted(model, window, session.savedTexts().file);
  }

  try {
    for (const one of steps) {
      await take(one);
      expect(read()).toBe(model.disk);
      expect(app.session().fileText()).toBe(model.window);
      expect(app.session().unsaved).toBe(model.window !== model.base);
    }
    const kept = await app.history();
    for (const text of model.owed) expect(kept).toContain(text);
  } finally {
    await app.die();
  }

  async function take(one: Step): Promise<void> {
    const session = app.session();
    switch (one.do) {
      case 'type': {
        const from = one.at % (session.length + 1);
        const to = Math.min(session.length, from + one.erase);
        session.dispatch({ changes: { from, to, insert: token() }, userEvent: 'input.type' });
        return typed(model, session.fileText());
      }
      case 'undo':
        session.undo();
        return typed(model, session.fileText());
      case 'flush':
        expect(await app.flush()).toBe(true);
        return flushed(model);
      case 'save':
        return save();
      case 'overwrite':
        return save(true);
      case 'outside':
        return writeOutside(one.how, one.at);
      case 'look':
        await app.look();
        return looked(model);
      case 'reload':
        await reloadGuide(path);
        await app.settle();
        return reloaded(model);
      case 'merge': {
        const both = await readMerge(path);
        if (both) model.told = model.disk;
        if (!both?.merged) return;
        const conflicts = conflictsOf(both.merged);
        const choices = new Map(conflicts.map(({ id }) => [id, one.choice] as const));
        const { text } = composeMerge(both.merged, choices);
        // Where one side has taken away what the other has changed, there is no both.
        const haveBoth = conflicts.every((place) => place.both !== undefined);
        if (one.choice === 'both' && haveBoth) {
          const [mine, theirs] = [model.window, model.disk ?? ''];
          for (const [mark] of `${mine}${theirs}`.matchAll(/〔\d+〕/gu)) {
            const isErased =
              model.base.includes(mark) && !(mine.includes(mark) && theirs.includes(mark));
            if (!isErased) expect(text).toContain(mark);
          }
        }
        expect(await saveMerged(path, text, both.file)).toBe(true);
        count('merged');
        await app.settle();
        return merged(model, text);
      }
      case 'race': {
        const expected = maySave(model);
        let left = one.at;
        app.disk.before = (call) => {
          // Behind the last look at the file there is the rename alone.
          if (call === 'rename' || call === 'link') left = -1;
          if (left-- === 0) writeOutside('append', 0);
        };
        const before = model.disk;
        const ok = await saveGuide(path);
        app.disk.before = () => undefined;
        if (model.disk === before && expected) {
          expect(ok).toBe(true);
          await app.settle();
          return saved(model);
        }
        count('race refused');
        return expectRefused(ok);
      }
      case 'kill':
        count('killed');
        return restart();
      case 'kill in mid-save': {
        count('killed in mid-save');
        const expected = maySave(model);
        app.dieAtCall(one.at);
        let ok: boolean | undefined;
        void saveGuide(path).then((value) => (ok = value));
        await new Promise((resolve) => setTimeout(resolve, 3));
        await app.die();
        await new Promise((resolve) => setTimeout(resolve));
        const found = read();
        if (found !== model.disk || ok === true) {
          expect(expected).toBe(true);
          expect(found).toBe(model.window);
          const isOwed = model.owed.has(model.window);
          saved(model);
          // What lay there before is in the history by then; for its own place there, the kill may have come too soon.
          if (!isOwed) model.owed.delete(model.window);
        } else if (ok === false) expect(expected).toBe(false);
        return restart();
      }
    }
  }
}
