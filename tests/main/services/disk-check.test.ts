import { describe, expect, it } from 'vitest';
import { createDiskCheck } from '../../../src-main/services/disk-check.ts';

/** A disk check over hashes that the test sets; `onWait` runs at each wait for stability. */
function check(onWait: (waits: number) => void = () => undefined) {
  const disk = new Map<string, string>();
  const told: [string, string | null][] = [];
  let waits = 0;
  const made = createDiskCheck({
    readHash: async (path) => disk.get(path) ?? null,
    wait: async () => onWait((waits += 1)),
    onChange: (path, hash) => void told.push([path, hash]),
  });
  return { check: made, disk, told, waits: () => waits };
}

describe('looking at open guides', () => {
  it('[F34][F35] tells of a change once', async () => {
    const { check: disk, disk: files, told } = check();
    disk.know('a.md', '1');
    files.set('a.md', '2');
    await disk.look(['a.md']);
    await disk.look(['a.md']);
    expect(told).toEqual([['a.md', '2']]);
  });

  it('tells when the old bytes come back, so that the mark can go', async () => {
    const { check: disk, disk: files, told } = check();
    disk.know('a.md', '1');
    files.set('a.md', '2');
    await disk.look();
    files.set('a.md', '1');
    await disk.look();
    expect(told.at(-1)).toEqual(['a.md', '1']);
  });

  it('[F36] tells of a file that is gone', async () => {
    const { check: disk, told } = check();
    disk.know('a.md', '1');
    await disk.look();
    expect(told).toEqual([['a.md', null]]);
  });

  it('[F39] waits until a file that is truncated and then written stays the same', async () => {
    const {
      check: disk,
      disk: files,
      told,
      waits,
    } = check((wait) => {
      if (wait === 1) files.set('a.md', 'half');
      if (wait === 2) files.set('a.md', 'whole');
    });
    disk.know('a.md', '1');
    files.set('a.md', 'empty');
    await disk.look(['a.md']);
    expect(told).toEqual([['a.md', 'whole']]);
    expect(waits()).toBe(3);
  });

  it('[F39] tells in the end of a file that never stays the same', async () => {
    const {
      check: disk,
      disk: files,
      told,
    } = check((wait) => {
      if (wait < 50) files.set('a.md', `state ${wait}`);
    });
    disk.know('a.md', '1');
    files.set('a.md', '2');
    await disk.look(['a.md']);
    expect(told).toHaveLength(1);
  });

  it('a save of ours never looks like somebody else’s', async () => {
    const { check: disk, disk: files, told } = check();
    disk.know('a.md', '1');
    const saved = disk.saving('a.md');
    files.set('a.md', '2');
    const looked = disk.look(['a.md']);
    disk.know('a.md', '2');
    saved();
    await looked;
    expect(told).toEqual([]);
  });

  it('a save that begins while it looks never looks like somebody else’s', async () => {
    let saved = (): void => undefined;
    const {
      check: disk,
      disk: files,
      told,
    } = check(() => {
      saved = disk.saving('a.md');
      files.set('a.md', 'ours');
      queueMicrotask(() => {
        disk.know('a.md', 'ours');
        saved();
      });
    });
    disk.know('a.md', '1');
    files.set('a.md', 'theirs');
    await disk.look(['a.md']);
    expect(told).toEqual([]);
  });

  it('[F37] a hint about a folder means every open guide below it, and no other', async () => {
    const { check: disk, told } = check();
    for (const path of ['guides/a.md', 'guides/deep/b.md', 'guides-old/c.md']) disk.know(path, '1');
    await disk.look(['guides']);
    expect(told.map(([path]) => path).sort()).toEqual(['guides/a.md', 'guides/deep/b.md']);
  });

  it('forgets a guide that is closed', async () => {
    const { check: disk, told } = check();
    disk.know('a.md', '1');
    disk.forget('a.md');
    await disk.look();
    expect([told, disk.paths()]).toEqual([[], []]);
  });
});
