import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonStore } from '../../../src-main/files/json-store.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { systemError } from '../../support/disk-faults.ts';
import { realDisk } from '../../../src-main/files/disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const schema = z.object({ count: z.number().default(0), name: z.string().default('-') });

function storeIn(path: string, saver = createSaver()) {
  const problems: string[] = [];
  const store = createJsonStore({
    path,
    schema,
    saver,
    onProblem: (what, code) => problems.push(`${what} ${code}`),
  });
  return { store, problems };
}

describe('a JSON store', () => {
  it('starts with the defaults and keeps what is changed, for its owner only', async () => {
    const path = join(temporaryFolder(), 'settings.json');
    const { store, problems } = storeIn(path);
    expect(await store.read()).toEqual({ count: 0, name: '-' });
    await store.update((value) => ({ ...value, count: 5 }));
    expect(await storeIn(path).store.read()).toEqual({ count: 5, name: '-' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(problems).toEqual([]);
  });

  it.each(['{"count": 1', '', '[]', '{"count":"x"}', '\0\0\0\0'])(
    '[F31] moves a damaged file (%j) aside and takes the backup',
    async (damaged) => {
      const path = join(temporaryFolder(), 'settings.json');
      const first = storeIn(path).store;
      await first.update((value) => ({ ...value, count: 1 }));
      await first.update((value) => ({ ...value, count: 2 }));
      writeFileSync(path, damaged);
      const { store, problems } = storeIn(path);
      expect(await store.read()).toEqual({ count: 1, name: '-' });
      expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(damaged);
      expect(problems).toEqual(['damaged content']);
    },
  );

  it('[F31] uses the defaults where the backup is damaged too, and works on', async () => {
    const path = join(temporaryFolder(), 'settings.json');
    writeFileSync(path, '{');
    writeFileSync(`${path}.bak`, '{');
    const { store } = storeIn(path);
    expect(await store.read()).toEqual({ count: 0, name: '-' });
    await store.update((value) => ({ ...value, name: 'new' }));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 0, name: 'new' });
  });

  it('makes changes one after another', async () => {
    const { store } = storeIn(join(temporaryFolder(), 'settings.json'));
    const add = () => store.update((value) => ({ ...value, count: value.count + 1 }));
    await Promise.all([add(), add(), add()]);
    expect(await store.read()).toEqual({ count: 3, name: '-' });
  });

  it('[F59] keeps a change in memory when the disk is full', async () => {
    const full = createSaver({
      disk: { ...realDisk, open: () => Promise.reject(systemError('ENOSPC')) },
    });
    const { store, problems } = storeIn(join(temporaryFolder(), 'settings.json'), full);
    await store.update((value) => ({ ...value, count: 9 }));
    expect(await store.read()).toEqual({ count: 9, name: '-' });
    expect(problems).toContain('not-saved ENOSPC test');
  });

  it('a change that throws leaves the value as it was', async () => {
    const { store } = storeIn(join(temporaryFolder(), 'settings.json'));
    await expect(
      store.update(() => {
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(await store.read()).toEqual({ count: 0, name: '-' });
  });
});
