import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createSaver } from '../../src-main/files/saver.ts';
import type { Measure } from './statistics.ts';

const ROUNDS = 200;
const warmUp = 20;

/** The same writes and syncs without any look at what is there. */
async function saveBare(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Saving a guide over the text that was read, against a bare script, turn by turn on the disk of the checkout. */
export async function measureSaving(parent: string, text: string): Promise<Measure[]> {
  // Beside the checkout: the system's temporary folder may be in memory, where a sync costs nothing.
  const folder = mkdtempSync(join(parent, 'shirube-bench-save-'));
  const saver = createSaver();
  const ours: number[] = [];
  const theirs: number[] = [];
  const path = join(folder, 'guide.md');
  let hash: string | undefined;
  const bytesOf = (round: number): Uint8Array => Buffer.from(`${text}${round}\n`);
  try {
    for (let round = 0; round < ROUNDS + warmUp; round += 1) {
      const bytes = bytesOf(round);
      const save = async (): Promise<number> => {
        const began = performance.now();
        const outcome = await saver.save({ path, bytes, expected: hash ?? null });
        const took = performance.now() - began;
        if (!outcome.ok) throw new Error(`not saved: ${outcome.failure.code}`);
        ({ hash } = outcome);
        return took;
      };
      const bare = async (): Promise<number> => {
        const began = performance.now();
        await saveBare(folder, 'bare.md', bytes);
        return performance.now() - began;
      };
      // Who comes second finds the disk's own journal written: they take turns.
      const turns = round % 2 === 0 ? [save, bare] : [bare, save];
      for (const turn of turns) {
        const took = await turn();
        if (round >= warmUp) (turn === save ? ours : theirs).push(took);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const peer = 'bare script, same writes and syncs';
  return [{ name: 'save, 36 KB', peer, ours, theirs, unit: 'ms', goal: 1.3 }];
}
