import {
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeWorkspaceFiles } from '../../../src-main/files/node-workspace-files.ts';
import { watchFolder } from '../../../src-main/files/watch-folder.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createWorkspaceEngine } from '../../../src-main/services/workspace-engine.ts';
import { openSession, type SessionPorts } from '../../../src-main/services/workspace-session.ts';
import { sessionPorts } from '../../support/session-ports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Told = readonly [event: string, value: unknown];

async function session(root: string, changed: Partial<SessionPorts>) {
  const made = sessionPorts();
  const told: Told[] = [];
  const ports = { ...made.ports, ...changed };
  const opened = await openSession(root, ports, (event, value) => void told.push([event, value]));
  if (!opened.ok) throw new Error(opened.failure.detail);
  opened.value.activate();
  onTestFinished(() => opened.value.dispose());
  return { session: opened.value, told, started: made.started, hint: made.hint };
}

function folderWithGuide(): { readonly root: string; readonly path: string } {
  const root = temporaryFolder();
  const path = join(root, 'a.md');
  writeFileSync(path, 'first\n');
  return { root, path };
}

const onDisk = (told: readonly Told[]) =>
  told.filter(([event]) => event === 'guide.changedOnDisk').map(([, value]) => value);

describe('a folder that changes outside', () => {
  it('[F40] is looked at every two seconds where it cannot be watched, and the window is told so', async () => {
    const { root, path } = folderWithGuide();
    const polls: { readonly ms: number; readonly look: () => void }[] = [];
    const { session: opened, told } = await session(root, {
      watch: async () => undefined,
      every: (ms, look) => {
        polls.push({ ms, look });
        return () => undefined;
      },
    });
    opened.disk.know('a.md', hashOf(Buffer.from('first\n')));
    await expect.poll(() => polls.map(({ ms }) => ms)).toEqual([2_000]);
    expect(told).toContainEqual(['workspace.unwatched', null]);
    writeFileSync(path, 'second\n');
    polls[0]?.look();
    await expect
      .poll(() => onDisk(told))
      .toEqual([{ path: 'a.md', hash: hashOf(Buffer.from('second\n')) }]);
  });

  it('[F42] is looked at every thirty seconds, and on focus, where no event comes', async () => {
    const { root, path } = folderWithGuide();
    const polls: { readonly ms: number; readonly look: () => void }[] = [];
    const { session: opened, told } = await session(root, {
      every: (ms, look) => {
        polls.push({ ms, look });
        return () => undefined;
      },
    });
    opened.disk.know('a.md', hashOf(Buffer.from('first\n')));
    await expect.poll(() => polls.map(({ ms }) => ms)).toEqual([30_000]);
    writeFileSync(path, 'second\n');
    polls[0]?.look();
    await expect.poll(() => onDisk(told)).toHaveLength(1);
    writeFileSync(path, 'third\n');
    await opened.rescan();
    expect(onDisk(told).at(-1)).toEqual({ path: 'a.md', hash: hashOf(Buffer.from('third\n')) });
    expect(told).not.toContainEqual(['workspace.unwatched', null]);
  });

  it.each([
    ['renamed', (root: string) => renameSync(join(root, 'guides/a.md'), join(root, 'guides/b.md'))],
    ['moved', (root: string) => renameSync(join(root, 'guides/a.md'), join(root, 'b.md'))],
    [
      'in a folder that was moved',
      (root: string) => renameSync(join(root, 'guides'), join(root, '移した')),
    ],
  ])('[F37] a file that was %s is told of with where it is now', async (how, move) => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'guides'));
    writeFileSync(join(root, 'guides/a.md'), 'first\n');
    const { session: opened, told } = await session(root, {});
    opened.disk.know('guides/a.md', hashOf('first\n'));
    // What it stands for is looked up behind the opening.
    await delay(20);
    move(root);
    await opened.rescan();
    const to = { renamed: 'guides/b.md', moved: 'b.md' }[how] ?? '移した/a.md';
    expect(onDisk(told)).toEqual([{ path: 'guides/a.md', hash: null, to }]);
  });

  it('[F37] is gone where it left the folder, has other bytes by then, or is open there already', async () => {
    const { root, path } = folderWithGuide();
    for (const name of ['b.md', 'c.md']) writeFileSync(join(root, name), 'first\n');
    const { session: opened, told } = await session(root, {});
    for (const name of ['a.md', 'b.md', 'c.md']) opened.disk.know(name, hashOf('first\n'));
    await delay(20);
    renameSync(path, join(temporaryFolder(), 'a.md'));
    renameSync(join(root, 'b.md'), join(root, 'd.md'));
    writeFileSync(join(root, 'd.md'), 'and changed\n');
    renameSync(join(root, 'c.md'), join(root, 'e.md'));
    opened.disk.know('e.md', hashOf('first\n'));
    await opened.rescan();
    const gone = ['a.md', 'b.md', 'c.md'].map((name) => ({ path: name, hash: null }));
    expect(onDisk(told).toSorted()).toEqual(gone.toSorted());
  });

  it('[F37] a copy, or another file that got the number of one that was deleted, is not the guide', async () => {
    const { root, path } = folderWithGuide();
    const { session: opened, told } = await session(root, {});
    opened.disk.know('a.md', hashOf('first\n'));
    await delay(20);
    const { ino } = statSync(path);
    copyFileSync(path, join(root, 'copy.md'));
    rmSync(path);
    // Many file systems give the number to the next file that is made.
    for (let made = 0; made < 20; made += 1) {
      writeFileSync(join(root, `new${made}.md`), 'another\n');
      if (statSync(join(root, `new${made}.md`)).ino === ino) break;
    }
    await opened.rescan();
    expect(onDisk(told)).toEqual([{ path: 'a.md', hash: null }]);
  });

  it('[F37] follows a file that was saved here before, or changed outside, which made another of it', async () => {
    const { root, path } = folderWithGuide();
    const { session: opened, told } = await session(root, {});
    opened.disk.know('a.md', hashOf('first\n'));
    writeFileSync(join(root, '.x'), 'second\n');
    renameSync(join(root, '.x'), path);
    await opened.rescan();
    renameSync(path, join(root, 'b.md'));
    await opened.rescan();
    expect(onDisk(told).at(-1)).toEqual({ path: 'a.md', hash: null, to: 'b.md' });
  });

  it('[F39] a file truncated and then written is told once, whole', async () => {
    const { root, path } = folderWithGuide();
    const { session: opened, told } = await session(root, { watch: watchFolder, wait: delay });
    opened.disk.know('a.md', hashOf(Buffer.from('first\n')));
    // The watch is set up behind the opening.
    await delay(300);
    truncateSync(path, 0);
    await delay(150);
    writeFileSync(path, 'second\n');
    await expect.poll(() => onDisk(told), { timeout: 5_000 }).toHaveLength(1);
    await delay(300);
    expect(onDisk(told)).toEqual([{ path: 'a.md', hash: hashOf(Buffer.from('second\n')) }]);
  });

  it('[F41] after a flood of changes everything is looked at once it is over', async () => {
    const { root } = folderWithGuide();
    const ends: (() => void)[] = [];
    const { started, hint } = await session(root, {
      wait: () => new Promise<void>((resolve) => ends.push(resolve)),
    });
    const flood = Array.from({ length: 600 }, (_, index) => `${index}.md`);
    const calls = () => started[0]?.calls.filter((call) => /^(?:rescan|filesChanged)/.test(call));
    hint(flood);
    hint(flood);
    hint(['late.md']);
    expect(calls()).toEqual([]);
    for (const end of ends) end();
    await expect.poll(calls).toEqual(['rescan']);
  });

  it('[F41] ten thousand changes at once: the list is what the disk has', async () => {
    const { root } = folderWithGuide();
    const list = new Set<string>();
    const engine = createWorkspaceEngine({
      root,
      files: createNodeWorkspaceFiles(root),
      checkAll: false,
      pause: () => new Promise((resume) => setImmediate(resume)),
      onError: (where, error) => expect.fail(`${where} ${String(error)}`),
      events: {
        entries({ reset, upserts, removes }) {
          if (reset) list.clear();
          for (const { path } of upserts) list.add(path);
          for (const path of removes) list.delete(path);
        },
        findings: () => undefined,
        progress: () => undefined,
        workspaceChanged: () => undefined,
      },
    });
    onTestFinished(() => engine.dispose());
    await engine.open();
    await engine.settled();
    expect([...list]).toEqual(['a.md']);
    const process = {
      rescan: async () => engine.rescan(),
      filesChanged: async (paths: readonly string[]) => engine.filesChanged(paths),
    };
    let watched = (): void => undefined;
    const ready = new Promise<void>((resolve) => (watched = resolve));
    await session(root, {
      ...sessionPorts(process).ports,
      wait: delay,
      async watch(folder, onHint) {
        const watch = await watchFolder(folder, onHint);
        watched();
        return watch;
      },
    });
    await ready;
    rmSync(join(root, 'a.md'));
    for (let folder = 0; folder < 20; folder += 1) {
      mkdirSync(join(root, `f${folder}`));
      for (let file = 0; file < 500; file += 1)
        writeFileSync(join(root, `f${folder}`, `${file}.md`), `# ${file}\n`);
    }
    const began = performance.now();
    await expect.poll(() => (list.has('a.md') ? 0 : list.size), { timeout: 25_000 }).toBe(10_000);
    console.log(
      `10,000 changes: the list was right ${Math.round(performance.now() - began)} ms after the last`,
    );
  }, 40_000);
});
