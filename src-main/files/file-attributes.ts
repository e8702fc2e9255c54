import { execFile } from 'node:child_process';
import type { Stats } from 'node:fs';
import { access, constants, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** What a file has beside its bytes, owner and permission bits: access lists and extended attributes. */
export interface FileAttributes {
  /** Gives the new file what the one it will replace has; `none` where there is nothing to give. */
  carry(from: string, before: Stats, to: FileHandle): Promise<'none' | 'kept' | 'lost'>;
  /** Remembers that the file at a place has none, until somebody changes it. */
  noteNone(path: string, found: Stats): void;
}

/** Runs a program without a shell; rejects where it fails. */
type Run = (program: string, args: readonly string[]) => Promise<string>;

const runProgram: Run = (program, args) =>
  new Promise((resolve, reject) => {
    const options = { timeout: 10_000, env: { LC_ALL: 'C' }, cwd: '/' };
    execFile(program, args, options, (error, output) => (error ? reject(error) : resolve(output)));
  });

/** Longer than the step of the clock by which older kernels stamp changes. */
const clockStepMs = 15;

/** Node reads no attributes, so the system's own copying program does; a file is looked at once while it stays. */
export function createFileAttributes(run: Run = runProgram): FileAttributes {
  const without = new Map<string, string>();
  let programs: Promise<{ cp: string; ls: string } | undefined> | undefined;

  const stampOf = ({ dev, ino, ctimeMs }: Stats): string => `${dev} ${ino} ${ctimeMs}`;

  /** GNU's, which every usual Linux has; elsewhere nothing is known, and nothing is said. */
  async function findPrograms() {
    if (process.platform !== 'linux') return undefined;
    for (const folder of ['/usr/bin', '/bin']) {
      try {
        const [cp, ls] = [`${folder}/cp`, `${folder}/ls`];
        await access(ls, constants.X_OK);
        if ((await run(cp, ['--help'])).includes('--attributes-only')) return { cp, ls };
      } catch {
        // Not here.
      }
    }
    return undefined;
  }

  return {
    async carry(from, before, to) {
      if (without.get(from) === stampOf(before)) return 'none';
      const found = await (programs ??= findPrograms());
      if (found === undefined) return 'none';
      // The open file, not its name: outliving this process, the program would make an empty one.
      const opened = `/proc/${process.pid}/fd/${to.fd}`;
      const copy = (what: string) =>
        run(found.cp, ['--attributes-only', `--preserve=${what}`, '--', from, opened]);
      try {
        const { ctimeMs } = await to.stat();
        const [listed] = await Promise.all([
          run(found.ls, ['-ldn', '--', from]),
          delay(clockStepMs),
        ]);
        // An access list is marked behind the permission bits.
        const hasList = listed.split(' ')[0]?.endsWith('+') === true;
        await copy(hasList ? 'mode,xattr' : 'xattr');
        // Without anything to copy, the new file is not touched.
        return hasList || (await to.stat()).ctimeMs !== ctimeMs ? 'kept' : 'none';
      } catch {
        return 'lost';
      }
    },
    noteNone: (path, found) => void without.set(path, stampOf(found)),
  };
}
