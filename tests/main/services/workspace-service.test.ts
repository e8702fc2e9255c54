import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchFolder } from '../../../src-main/files/watch-folder.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createRecentFolders } from '../../../src-main/services/recent-folders.ts';
import { prepareSample } from '../../../src-main/services/sample-folder.ts';
import { createStores } from '../../../src-main/services/stores.ts';
import { createWorkspaceService } from '../../../src-main/services/workspace-service.ts';
import { workspaceIdOf } from '../../../src-main/services/workspace-session.ts';
import { openedWorkspace } from '../../support/fake-process.ts';
import { type FakeWindow, fakeWindow } from '../../support/fake-window.ts';
import { keptLog } from '../../support/kept-log.ts';
import { sessionPorts } from '../../support/session-ports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function serviceFor(windows: FakeWindow[], process = {}) {
  const made = sessionPorts(process);
  const stores = createStores(temporaryFolder(), createSaver(), keptLog().log);
  let time = 0;
  const recent = createRecentFolders(
    stores.recent,
    () => (time += 1),
    () => undefined,
  );
  const sample = join(temporaryFolder(), 'sample');
  const service = createWorkspaceService({
    session: made.ports,
    recent,
    windows: () => windows,
    locale: async () => 'en',
    sampleFolder: async () => {
      mkdirSync(sample, { recursive: true });
      return sample;
    },
  });
  onTestFinished(async () => {
    for (const window of windows) await window.session?.dispose();
  });
  return { service, ...made };
}

describe('opening a folder', () => {
  it('gives its configuration with an id and the targets of this machine', async () => {
    const window = fakeWindow();
    const { service, targets } = serviceFor([window]);
    const root = temporaryFolder();
    targets.site = '/site';
    const opened = await service['workspace.open']({ root }, window);
    expect(opened).toMatchObject({
      ok: true,
      value: { id: workspaceIdOf(root), root, targetRoots: { site: '/site' } },
    });
    expect(window.titles).toEqual([root.slice(root.lastIndexOf('/') + 1)]);
    expect(window.session?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('[F19] shows the window that has it already, by whatever name', async () => {
    const [first, second] = [fakeWindow(1), fakeWindow(2)];
    const { service } = serviceFor([first, second]);
    const root = temporaryFolder();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(root, link);
    await service['workspace.open']({ root }, first);
    expect(await service['workspace.open']({ root: link }, second)).toMatchObject({
      failure: { code: 'cancelled' },
    });
    expect([first.state.focused, second.session]).toEqual([1, undefined]);
  });

  it('a folder that is gone, or is a file, leaves the one that is open', async () => {
    const window = fakeWindow();
    const { service, started } = serviceFor([window]);
    const root = temporaryFolder();
    writeFileSync(join(root, 'file'), '');
    await service['workspace.open']({ root }, window);
    for (const bad of [join(root, 'gone'), join(root, 'file')]) {
      expect(await service['workspace.open']({ root: bad }, window)).toMatchObject({
        failure: { code: 'not-found' },
      });
    }
    expect(window.session?.root).toBe(root);
    expect(started.map(({ killed }) => killed())).toEqual([false]);
  });

  it('another folder takes the place of the one that is open, whose events stop', async () => {
    const window = fakeWindow();
    const { service, started } = serviceFor([window]);
    await service['workspace.open']({ root: temporaryFolder() }, window);
    await service['workspace.open']({ root: temporaryFolder() }, window);
    expect(started.map(({ killed }) => killed())).toEqual([true, false]);
    const entries = { reset: true, upserts: [], removes: [] };
    started[0]?.events.entries(entries);
    started[1]?.events.entries(entries);
    expect(window.events).toEqual([{ event: 'workspace.entries', value: entries }]);
  });

  it('keeps events back until the window shows the folder', async () => {
    const window = fakeWindow();
    const made = serviceFor([window], {
      open: async (root: string) => {
        made.started[0]?.events.entries({ reset: true, upserts: [], removes: [] });
        seen.push(window.events.length);
        return { ok: true, value: openedWorkspace(root) };
      },
    });
    const seen: number[] = [];
    await made.service['workspace.open']({ root: temporaryFolder() }, window);
    expect([seen, window.events.length]).toEqual([[0], 1]);
  });

  it('a window that closes meanwhile leaves no process behind', async () => {
    const window = fakeWindow();
    const { service, started } = serviceFor([window]);
    const opening = service['workspace.open']({ root: temporaryFolder() }, window);
    window.state.closed = true;
    expect(await opening).toMatchObject({ failure: { code: 'cancelled' } });
    expect(started[0]?.killed()).toBe(true);
  });

  it('remembers folders, the newest first, and leaves out those that are gone', async () => {
    const window = fakeWindow();
    const { service } = serviceFor([window]);
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    for (const root of [first, second, first]) await service['workspace.open']({ root }, window);
    const roots = async () => {
      const recent = await service['workspace.recent'](undefined, window);
      return recent.ok ? recent.value.map(({ root }) => root) : [];
    };
    expect(await roots()).toEqual([first, second]);
    rmSync(second, { recursive: true });
    expect(await roots()).toEqual([first]);
  });

  it('asks in the language in use, starting from the folder that is open', async () => {
    const window = fakeWindow();
    const { service } = serviceFor([window]);
    window.answers.push('/chosen');
    expect(await service['workspace.choose'](undefined, window)).toEqual({
      ok: true,
      value: '/chosen',
    });
    expect(window.chosen).toEqual([{ title: 'Open a guide folder', start: undefined }]);
  });
});

describe('watching a folder', () => {
  it('[F38] sees the second and third change of an editor that saves by renaming', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'guides'));
    const hints: string[] = [];
    const watch = await watchFolder(root, (paths) => hints.push(...(paths ?? ['everything'])));
    expect(watch).toBeDefined();
    const saver = createSaver();
    for (let change = 0; change < 3; change += 1) {
      const path = join(root, 'guides', 'a.md');
      await saver.save({ path, bytes: Buffer.from(`text ${change}`), expected: 'any' });
      await expect.poll(() => hints.length, { timeout: 5_000 }).toBeGreaterThan(0);
      expect(new Set(hints)).toEqual(new Set(['guides/a.md']));
      await delay(100);
      hints.length = 0;
    }
    await watch?.stop();
  });

  it('[F40] gives nothing where it cannot watch', async () => {
    expect(await watchFolder(join(temporaryFolder(), 'gone'), () => undefined)).toBeUndefined();
  });
});

describe('the sample', () => {
  it('is copied once and then left to the author', async () => {
    const original = temporaryFolder();
    writeFileSync(join(original, 'a.md'), 'original');
    const copy = join(temporaryFolder(), 'data', 'sample');
    expect(await prepareSample(original, copy)).toBe(copy);
    rmSync(join(copy, 'a.md'));
    writeFileSync(join(copy, 'b.md'), 'mine');
    await prepareSample(original, copy);
    expect(readdirSync(copy)).toEqual(['b.md']);
  });
});
