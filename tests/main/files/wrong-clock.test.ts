import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHistoryFolder } from '../../../src-main/files/history-folder.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { builtModule } from '../../support/built-module.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let program: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  program = await builtModule('tests/main/files/save-in-child.ts');
}, 30_000);
afterAll(() => program.remove());

const canFake = spawnSync('faketime', ['-f', '-10y', 'true']).status === 0;

/** Writes in a process whose clock is off by so much. */
function writeAt(offset: string, order: Readonly<Record<string, string>>): { ok: boolean } {
  const { stdout } = spawnSync('faketime', ['-f', offset, process.execPath, program.path], {
    input: `${JSON.stringify(order)}\n`,
    encoding: 'utf8',
  });
  return JSON.parse(stdout.split('\n')[1] ?? '');
}

it.runIf(canFake)(
  '[F25] a clock that is ten years back, or ahead, hides no change of somebody else',
  () => {
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, 'old');
    const order = { work: 'replace', path, old: 'old' };
    for (const [offset, text] of [
      ['-10y', 'one'],
      ['+10y', 'two'],
      ['-0', 'three'],
    ] as const) {
      // Of the same size and date as what the writer knows, but other bytes.
      const { atime, mtime } = statSync(path);
      writeFileSync(path, 'OLD');
      utimesSync(path, atime, mtime);
      expect(writeAt(offset, { ...order, text })).toMatchObject({
        ok: false,
        failure: { code: 'changed-on-disk' },
      });
      // A date in the future, or of two seconds' step, changes nothing where the bytes are those.
      writeFileSync(path, 'old');
      utimesSync(path, 4_000_000_000, 4_000_000_000);
      expect(writeAt(offset, { ...order, text })).toMatchObject({ ok: true });
      expect(readFileSync(path, 'utf8')).toBe(text);
      writeFileSync(path, 'old');
    }
  },
);

it.runIf(canFake)(
  '[F25] versions are in the order they were kept, whatever the clock said',
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'index.json');
    for (const [offset, text] of [
      ['-0', 'one'],
      ['-10y', 'two'],
      ['+10y', 'three'],
      ['-10y', 'four'],
    ] as const) {
      expect(writeAt(offset, { work: 'history', path, old: '', text })).toMatchObject({ ok: true });
    }
    const history = createHistoryFolder(folder, createSaver());
    const versions = await history.list();
    const texts = await Promise.all(versions.map(async ({ id }) => String(await history.read(id))));
    expect(texts).toEqual(['one', 'two', 'three', 'four']);
    // The clocks really were wrong.
    const years = versions.map(({ at }) => new Date(at).getFullYear());
    expect((years[2] ?? 0) - (years[1] ?? 0)).toBeGreaterThanOrEqual(19);
  },
);
