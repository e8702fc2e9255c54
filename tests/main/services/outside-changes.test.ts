import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeWorkspaceFiles } from '../../../src-main/files/node-workspace-files.ts';
import { watchFolder } from '../../../src-main/files/watch-folder.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createWorkspaceEngine } from '../../../src-main/services/workspace-engine.ts';
import { openSession, type SessionPorts } from '../../../src-main/services/workspace-session.ts';
import { sessionPorts } from '../../support/open-folder.ts';
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
