import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { watchFolder } from '../../../src-main/files/watch-folder.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { openSession } from '../../../src-main/services/workspace-session.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { sessionPorts } from '../../support/session-ports.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

/** A folder of guides on a volume of its own, open in a window. */
async function guidesOnVolume() {
  // What the volume holds, wherever it is mounted.
  const [volume, root] = [temporaryFolder(), temporaryFolder()];
  mountSmallVolume(volume);
  mkdirSync(join(volume, 'guides'));
  writeFileSync(join(volume, 'guides/a.md'), 'first');
  let mounted = false;
  const plug = (from = volume): void => {
    execFileSync('/bin/mount', ['--bind', from, root]);
    mounted = true;
  };
  const unplug = (): void => {
    if (mounted) execFileSync('/bin/umount', ['-l', root]);
    mounted = false;
  };
  plug();
  onTestFinished(unplug);
  const window = fakeWindow();
  const made = sessionPorts();
  const ports = { ...made.ports, watch: watchFolder, wait: delay };
  const opened = await openSession(root, ports, (event, value) => window.emit(event, value));
  if (!opened.ok) throw new Error(opened.failure.detail);
  const session = opened.value;
  window.session = session;
  session.activate();
  onTestFinished(() => session.dispose());
  const service = createGuideService({
    ...{ saver: createSaver(), history: fakeHistory(), reasons: createReadOnlyReasons() },
    ...{ journal: fakeJournal(), now: () => 42, locale: async () => 'ja' },
  });
  await service['guide.open']({ path: 'guides/a.md' }, window);
  // The watch is set up behind the opening.
  await delay(300);
  const told = (name: string) =>
    window.events.filter(({ event }) => event === name).map(({ value }) => value);
  const save = (text: string, baseHash: string | null) =>
    service['guide.save']({ path: 'guides/a.md', text, bom: false, baseHash }, window);
  return { ...{ volume, root, plug, unplug, session, service, window }, told, save };
}

describe.runIf(isRoot)('a volume that is unplugged while its guides are open', () => {
  it('[F43] nothing is written where it was, and no guide is taken for deleted', async () => {
    const { root, unplug, session, told, save, service, window } = await guidesOnVolume();
    unplug();
    await session.rescan();
    expect(told('workspace.away')).toEqual([{ away: true }]);
    expect(told('guide.changedOnDisk')).toEqual([]);
    for (const baseHash of [hashOf('first'), null]) {
      expect(await save('mine', baseHash)).toMatchObject({ failure: { code: 'folder-away' } });
    }
    const names = { name: 'b', title: 'B', slug: 'b', category: '', type: 'x' };
    expect(await service['guide.create'](names, window)).toMatchObject({
      failure: { code: 'folder-away' },
    });
    expect(readdirSync(root)).toEqual([]);
  });

  it('[F43] it is noticed by a save too, before anything else has', async () => {
    const { unplug, told, save } = await guidesOnVolume();
    unplug();
    expect(await save('mine', null)).toMatchObject({ failure: { code: 'folder-away' } });
    expect(told('workspace.away')).toEqual([{ away: true }]);
  });

  it('[F43] plugged in again, work goes on: saving, and seeing what changes', async () => {
    const { volume, plug, unplug, session, told, save } = await guidesOnVolume();
    unplug();
    await session.rescan();
    plug();
    await session.rescan();
    expect(told('workspace.away')).toEqual([{ away: true }, { away: false }]);
    expect(told('guide.changedOnDisk')).toEqual([]);
    expect(await save('second', hashOf('first'))).toMatchObject({ ok: true });
    expect(readFileSync(join(volume, 'guides/a.md'), 'utf8')).toBe('second');
    await delay(200);
    writeFileSync(join(volume, 'guides/a.md'), 'theirs');
    await expect
      .poll(() => told('guide.changedOnDisk'), { timeout: 5_000 })
      .toEqual([{ path: 'guides/a.md', hash: hashOf('theirs') }]);
  });

  it('[F43] changed elsewhere and under other numbers of the system, it is known, and the change seen', async () => {
    const { volume, plug, unplug, session, told, save } = await guidesOnVolume();
    const other = temporaryFolder();
    mountSmallVolume(other);
    cpSync(volume, other, { recursive: true });
    writeFileSync(join(other, 'guides/a.md'), 'theirs');
    unplug();
    await session.rescan();
    plug(other);
    await session.rescan();
    expect(told('workspace.away')).toEqual([{ away: true }, { away: false }]);
    expect(told('guide.changedOnDisk')).toEqual([{ path: 'guides/a.md', hash: hashOf('theirs') }]);
    expect(await save('mine', hashOf('first'))).toMatchObject({
      failure: { code: 'changed-on-disk' },
    });
    expect(readFileSync(join(other, 'guides/a.md'), 'utf8')).toBe('theirs');
    // It is watched anew: the watch of before ended with the other volume.
    await delay(200);
    writeFileSync(join(other, 'guides/a.md'), 'theirs again');
    await expect
      .poll(() => told('guide.changedOnDisk').at(-1), { timeout: 5_000 })
      .toEqual({ path: 'guides/a.md', hash: hashOf('theirs again') });
  });
});
