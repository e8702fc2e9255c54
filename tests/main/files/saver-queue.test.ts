import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver, sweepTemporaries } from '../../../src-main/files/saver.ts';
import { diskWithFiles } from '../../support/disk-faults.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function fileWith(text: string): string {
  const path = join(temporaryFolder(), 'a.md');
  writeFileSync(path, text);
  return path;
}

describe('saves in a row', () => {
  it('[F18] of twenty saves during a slow one, the last wins and one write follows', async () => {
    const path = fileWith('old');
    let syncs = 0;
    const disk = diskWithFiles((file, opened) => {
      if (!opened.endsWith('.tmp')) return;
      const { sync } = file;
      file.sync = async () => {
        syncs += 1;
        await delay(50);
        await sync.call(file);
      };
    });
    const saver = createSaver({ disk });
    const expected = hashOf('old');
    const first = saver.save({ path, bytes: bytes('0'), expected });
    await delay(10);
    const rest = Array.from({ length: 20 }, (_, index) =>
      saver.save({ path, bytes: bytes(String(index + 1)), expected }),
    );
    expect(await first).toEqual({ ok: true, hash: hashOf('0') });
    expect(new Set((await Promise.all(rest)).map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ ok: true, hash: hashOf('20') })]),
    );
    expect(readFileSync(path, 'utf8')).toBe('20');
    expect(syncs).toBe(2);
  });

  it('[F35] a waiting save still sees a change of somebody else', async () => {
    const path = fileWith('old');
    const saver = createSaver();
    const expected = hashOf('old');
    const first = saver.save({ path, bytes: bytes('ours'), expected });
    const second = first
      .then(() => writeFileSync(path, 'theirs'))
      .then(() => saver.save({ path, bytes: bytes('ours 2'), expected }));
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: false, failure: { code: 'changed-on-disk' } });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });

  it('settles idle only when everything is written', async () => {
    const path = fileWith('old');
    const saver = createSaver();
    void saver.save({ path, bytes: bytes('new'), expected: 'any' });
    await saver.idle();
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('sweeping temporary files', () => {
  it('[F01] removes old ones of ours and nothing else', async () => {
    const folder = temporaryFolder();
    const old = new Date(Date.now() - 120_000);
    for (const name of ['.shirube-0123456789abcdef.tmp', '.shirube-mine.tmp', 'a.tmp']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), old, old);
    }
    writeFileSync(join(folder, '.shirube-00000000000000ff.tmp'), 'being written');
    mkdirSync(join(folder, 'sub'));
    expect(await sweepTemporaries(folder)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(
      ['.shirube-00000000000000ff.tmp', '.shirube-mine.tmp', 'a.tmp', 'sub'].sort(),
    );
  });
});
