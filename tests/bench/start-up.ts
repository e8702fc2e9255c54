import { memoryMiB, startBare, startShirube } from './electron.ts';
import type { Measure } from './statistics.ts';

const ROUNDS = 5;

/** Start to a guide that can be edited, and memory then, against a one-line Electron application. */
export async function measureStartUp(bareApp: string, folder: string): Promise<Measure[]> {
  const start = { ours: [] as number[], theirs: [] as number[] };
  const memory = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    process.stderr.write(`start: round ${round} of ${ROUNDS}\n`);
    for (const kind of ['theirs', 'ours'] as const) {
      const started = await (kind === 'ours' ? startShirube(folder) : startBare(bareApp));
      await started.page.waitForTimeout(2500);
      const used = memoryMiB(started);
      await started.close();
      // The first round fills the caches of the disk and of the code.
      if (round === 0) continue;
      start[kind].push(started.startMs);
      memory[kind].push(used);
    }
  }
  const peer = 'one-line Electron app';
  return [
    { name: 'start to an editable guide', peer, ...start, unit: 'ms', goal: 1.6 },
    { name: 'memory, one guide open (PSS)', peer, ...memory, unit: 'MiB', goal: 1.5 },
  ];
}
