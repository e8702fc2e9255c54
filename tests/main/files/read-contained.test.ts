import { Worker } from 'node:worker_threads';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContained } from '../../../src-main/files/read-contained.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Swaps a folder for a link that leads out, and back, as fast as it can. */
const racer = `
  const { renameSync, symlinkSync } = require('node:fs');
  const { workerData: { inside, aside, link, outside } } = require('node:worker_threads');
  symlinkSync(outside, link);
  for (;;) {
    try {
      renameSync(inside, aside); renameSync(link, inside);
      renameSync(inside, link); renameSync(aside, inside);
    } catch {}
  }`;

describe('opening a file inside a folder', () => {
  it('[T19] never reads through a folder that is swapped for a link while it looks', async () => {
    const base = temporaryFolder();
    const [root, outside] = [join(base, 'root'), join(base, 'outside')];
    mkdirSync(join(root, 'guides'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(join(root, 'guides', 'a.md'), 'inside');
    writeFileSync(join(outside, 'a.md'), 'secret');
    const worker = new Worker(racer, {
      eval: true,
      workerData: {
        inside: join(root, 'guides'),
        aside: join(base, 'aside'),
        link: join(base, 'link'),
        outside,
      },
    });
    const seen = { inside: 0, secret: 0, refused: 0 };
    for (let round = 0; round < 3000; round += 1) {
      const opened = await openContained(root, 'guides/a.md');
      if (!opened.ok) {
        seen.refused += 1;
        continue;
      }
      const text = await opened.file.readFile('utf8');
      await opened.file.close();
      seen[text === 'secret' ? 'secret' : 'inside'] += 1;
    }
    await worker.terminate();
    expect(seen.secret).toBe(0);
    expect(seen.inside).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  }, 60_000);
});
