import { readdir, realpath, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, realDisk } from './disk.ts';
import { toFailure } from './disk-failure.ts';
import { createFileAttributes, type FileAttributes } from './file-attributes.ts';
import {
  Refusal,
  type SaveOutcome,
  type SaveRequest,
  temporaryName,
  writeFile,
} from './write-file.ts';

/** Saves files one after another per file, each whole or not at all. */
export interface Saver {
  /**
   * Writes a file. While one save of a file is under way, at most one waits: a later one takes its
   * place (the last text wins) and both get the later one's outcome. A waiting save that expected
   * the bytes which the running one replaces is not a conflict. Never throws.
   */
  save(request: SaveRequest): Promise<SaveOutcome>;
  /** Settles when nothing is being written. */
  idle(): Promise<void>;
}

/** One call of `save`; calls are numbered, since finding the real path may change their order. */
interface Turn {
  readonly number: number;
  readonly request: SaveRequest;
  readonly outcome: Promise<SaveOutcome>;
  readonly settle: (outcome: SaveOutcome) => void;
}

/** The saves of one file, as long as there are any. */
interface Lane {
  latest: Turn;
  waiting: Turn[];
  /** What our own saves in this lane replaced; whoever expects it means what they put there. */
  readonly replaced: Set<string | null>;
  current: string | undefined;
}

/** Makes a saver; all writers of one set of files must share it. */
export function createSaver({
  disk = realDisk,
  attributes = createFileAttributes(),
}: { readonly disk?: Disk; readonly attributes?: FileAttributes } = {}): Saver {
  const lanes = new Map<string, Lane>();
  /** Every save that has not settled, also one whose real path is still being looked up. */
  const underWay = new Set<Promise<SaveOutcome>>();
  let calls = 0;

  async function write(request: SaveRequest): Promise<SaveOutcome> {
    try {
      return await writeFile(disk, attributes, request);
    } catch (error) {
      return { ok: false, failure: error instanceof Refusal ? error.failure : toFailure(error) };
    }
  }

  async function run(key: string, lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      const turns = lane.waiting;
      lane.waiting = [];
      const { request } = lane.latest;
      const ours = request.expected !== 'any' && lane.replaced.has(request.expected);
      const expected = ours ? (lane.current ?? request.expected) : request.expected;
      const outcome = await write({ ...request, expected });
      if (outcome.ok) {
        lane.replaced.add(expected).add(request.expected);
        // From here on the new bytes are the base, even where an older text came back.
        lane.replaced.delete(outcome.hash);
        lane.current = outcome.hash;
      }
      for (const turn of turns) turn.settle(outcome);
    }
    lanes.delete(key);
  }

  async function queue(request: SaveRequest): Promise<SaveOutcome> {
    const number = (calls += 1);
    // Two names of one file share a lane.
    const key = await realpath(request.path).catch(() => request.path);
    let settle: Turn['settle'] = () => undefined;
    const outcome = new Promise<SaveOutcome>((resolve) => (settle = resolve));
    const turn: Turn = { number, request, outcome, settle };
    const lane = lanes.get(key);
    if (lane === undefined) {
      const opened: Lane = {
        latest: turn,
        waiting: [turn],
        replaced: new Set(),
        current: undefined,
      };
      lanes.set(key, opened);
      void run(key, opened);
      return outcome;
    }
    if (number < lane.latest.number) return lane.latest.outcome;
    lane.latest = turn;
    lane.waiting.push(turn);
    return outcome;
  }

  return {
    save(request) {
      const outcome = queue(request);
      underWay.add(outcome);
      const settled = () => underWay.delete(outcome);
      void outcome.then(settled, settled);
      return outcome;
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/**
 * Removes temporary files that a killed save left in a folder; ones younger than `olderThanMs` may
 * belong to a save of another process that is under way. Gives how many it removed.
 */
export async function sweepTemporaries(folder: string, olderThanMs = 60_000): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => temporaryName.test(name));
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < olderThanMs) continue;
    removed += await unlink(path).then(
      () => 1,
      () => 0,
    );
  }
  return removed;
}
