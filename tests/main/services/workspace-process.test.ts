import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { WorkspaceProcess } from '../../../src-main/lint-process/api.ts';
import {
  createLastingProcess,
  ProcessEnded,
} from '../../../src-main/services/workspace-process.ts';
import { fakeProcesses } from '../../support/fake-process.ts';
import { keptLog } from '../../support/kept-log.ts';

function lasting(overrides: Partial<WorkspaceProcess> = {}, now = () => 0) {
  const { start, started } = fakeProcesses(overrides);
  const changed: string[] = [];
  const { log, lines } = keptLog();
  const nothing = (): void => undefined;
  const process = createLastingProcess({
    start,
    events: {
      entries: nothing,
      progress: nothing,
      findings: nothing,
      exportProgress: nothing,
      schemaProgress: nothing,
      searchResults: nothing,
      searchOutdated: nothing,
      workspaceChanged: ({ root }) => changed.push(root),
    },
    log,
    now,
    answerWithinMs: 30,
  });
  return { process, started, changed, lines };
}

describe('a lasting process', () => {
  it('[F56] that crashes is started again with the folder and the texts of all open guides', async () => {
    const { process, started, changed } = lasting();
    await process.open('/w');
    await process.openDocument('a.md', '一二三', 0);
    await process.openDocument('b.md', 'closed again', 0);
    await process.changeDocument({
      path: 'a.md',
      version: 1,
      changes: [{ from: 1, to: 2, insert: '弐' }],
    });
    await process.closeDocument('b.md');
    started[0]?.crash(9);
    await delay(5);
    expect(started).toHaveLength(2);
    expect(started[1]?.calls).toEqual(['open /w', 'openDocument a.md 一弐三 1']);
    expect(started[1]?.documents.get('a.md')).toEqual({ text: '一弐三', version: 1 });
    expect(changed).toEqual(['/w']);
  });

  it('[F56] that hangs is ended and started again; typing goes on', async () => {
    const { process, started } = lasting();
    await process.open('/w');
    await process.openDocument('a.md', 'a', 0);
    started[0]?.hang();
    await process.changeDocument({
      path: 'a.md',
      version: 1,
      changes: [{ from: 1, to: 1, insert: 'b' }],
    });
    await process.changeDocument({
      path: 'a.md',
      version: 2,
      changes: [{ from: 2, to: 2, insert: 'c' }],
    });
    await delay(5);
    expect(started[0]?.killed()).toBe(true);
    expect(started).toHaveLength(2);
    expect(started[1]?.calls).toContain('openDocument a.md ab 1');
    expect(started[1]?.calls.at(-1)).toMatch(/^changeDocument .*"version":2/);
  });

  it('does not hurry a scan or an export', async () => {
    const { process, started } = lasting({ rescan: () => delay(80) });
    await process.open('/w');
    await process.rescan();
    expect(started).toHaveLength(1);
  });

  it('a question that was open when it ended fails', async () => {
    const { process, started } = lasting({ images: () => new Promise(() => undefined) });
    await process.open('/w');
    const images = process.images();
    started[0]?.crash(1);
    await expect(images).rejects.toBeInstanceOf(ProcessEnded);
  });

  it('gives up when it ends four times in a minute, and says so', async () => {
    const { process, started, lines } = lasting();
    await process.open('/w');
    for (let crash = 0; crash < 4; crash += 1) {
      started.at(-1)?.crash(1);
      await delay(2);
    }
    expect(started).toHaveLength(4);
    expect(lines).toHaveLength(4);
    await expect(process.allFindings()).rejects.toBeInstanceOf(ProcessEnded);
    await process.openDocument('a.md', 'a', 0);
  });

  it('goes on where the ends are far apart', async () => {
    let time = 0;
    const { started } = lasting({}, () => time);
    for (let crash = 0; crash < 6; crash += 1) {
      started.at(-1)?.crash(1);
      time += 30_000;
    }
    expect(started).toHaveLength(7);
  });

  it('a change that does not fit its text is refused and not passed on', async () => {
    const { process, started } = lasting();
    await process.openDocument('a.md', 'a', 0);
    const change = { path: 'a.md', version: 1, changes: [{ from: 5, to: 6, insert: '' }] };
    await expect(process.changeDocument(change)).rejects.toBeInstanceOf(RangeError);
    expect(started[0]?.calls).toHaveLength(1);
  });

  it('is not started again once it is disposed of', async () => {
    const { process, started } = lasting();
    process.dispose();
    await delay(5);
    expect(started).toHaveLength(1);
    expect(started[0]?.killed()).toBe(true);
  });
});
