import { spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sweepTemporaries } from '../../src-main/files/saver.ts';
import { numberedText, numberOf } from './numbered-text.ts';
import { createRandom } from './random.ts';

/** What killing the saver over and over showed. */
export interface SaverKills {
  readonly kills: number;
  /** Saves that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Kills in mid-save, which left a temporary file that the next start swept. */
  readonly inMidSave: number;
  /** Texts that were in place although the kill came before they were acknowledged. */
  readonly unheard: number;
  /** What must not be, in words; empty. */
  readonly problems: readonly string[];
}

const temporary = /^\.shirube-.*\.tmp$/;
/** The longest time (ms) from the first save to the kill; a first save that asks for attributes takes longer. */
const longestMs = { plain: 12, attributes: 100 };

/** Lets a child save until it is killed; gives the lines it said. */
async function killOne(
  program: string,
  folder: string,
  first: number,
  kind: keyof typeof longestMs,
  afterMs: number,
): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, String(first), kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => (said += data));
  const closed = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed]);
  await delay(afterMs);
  child.kill('SIGKILL');
  await closed;
  // What has no line end was cut off by the kill: nobody has heard it.
  return said.split('\n').slice(0, -1);
}

/**
 * Kills a process that saves, `count` times at random moments, and looks at its folder after each kill as the
 * next start would. `program` is the bundled saver-child.ts; `folder` is new and on a real file system.
 */
export async function killSaver(
  program: string,
  folder: string,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<SaverKills> {
  const random = createRandom(seed);
  const guides = join(folder, 'guides');
  mkdirSync(guides);
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync('../elsewhere/real.md', join(guides, 'link.md'));
  // A link to nowhere is refused: there is something from the start.
  for (const name of ['over.md', 'any.md', 'link.md']) {
    writeFileSync(join(guides, name), numberedText(0));
  }
  const problems: string[] = [];
  /** The number that each file is known to have had. */
  const known = new Map<string, number>();
  let [highest, acknowledged, inMidSave, unheard, kills] = [0, 0, 0, 0, 0];

  function look(name: string, kill: number): void {
    const number = numberOf(readFileSync(join(guides, name), 'utf8'));
    const last = known.get(name) ?? 0;
    if (number === undefined) problems.push(`kill ${kill}: ${name} is torn`);
    else if (number < last) problems.push(`kill ${kill}: ${name} has ${number}, ${last} is lost`);
    else {
      if (number > last) unheard += 1;
      known.set(name, number);
      highest = Math.max(highest, number);
    }
  }

  for (; kills < count && problems.length < 10; kills += 1) {
    const before = highest;
    const kind = random.below(10) === 0 ? 'attributes' : 'plain';
    const afterMs = random.next() * longestMs[kind];
    const lines = await killOne(program, guides, highest, kind, afterMs);
    for (const line of lines) {
      const [name = '', number] = line.split(' ');
      if (name === 'begin') continue;
      if (name === 'failed') problems.push(`kill ${kills}: ${line}`);
      known.set(name, Math.max(known.get(name) ?? 0, Number(number)));
      acknowledged += 1;
    }
    const folders = [guides, join(folder, 'elsewhere')];
    const strays = folders.flatMap((one) =>
      readdirSync(one).filter((name) => temporary.test(name)),
    );
    if (strays.length > 0) inMidSave += 1;
    let swept = 0;
    for (const one of folders) swept += await sweepTemporaries(one, 0);
    if (swept < strays.length) problems.push(`kill ${kills}: ${strays.length - swept} strays`);
    // A program that was copying attributes outlives the kill by a moment, and may make its file anew: the
    // start after the next one sweeps that.
    const names = readdirSync(guides).filter((name) => !temporary.test(name));
    for (const name of names) look(name, kills);
    for (const name of known.keys()) {
      if (!names.includes(name)) problems.push(`kill ${kills}: ${name} is gone`);
    }
    if (statSync(join(guides, 'link.md')).ino !== statSync(join(folder, 'elsewhere/real.md')).ino) {
      problems.push(`kill ${kills}: link.md is no link any more`);
    }
    if (highest < before) problems.push(`kill ${kills}: the numbers went back`);
    for (const name of names.filter((one) => one.startsWith('new-'))) {
      unlinkSync(join(guides, name));
      known.delete(name);
    }
  }
  return { kills, acknowledged, inMidSave, unheard, problems };
}
