import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether faults can be put into the system calls of a running process on this machine. */
export const canInject =
  process.platform === 'linux' &&
  spawnSync('strace', ['-qq', '-e', 'inject=getcwd:error=EIO', '-o', '/dev/null', 'true'])
    .status === 0 &&
  mayAttach();

/** Other users may be kept from looking into processes that they have not started. */
function mayAttach(): boolean {
  if (process.getuid?.() === 0) return true;
  try {
    return readFileSync('/proc/sys/kernel/yama/ptrace_scope', 'utf8').trim() === '0';
  } catch {
    return true;
  }
}

/** A system call as the trace has it: its name, and how many of that name came before it, and it. */
export interface SystemCall {
  readonly name: string;
  readonly count: number;
}

/** What a traced piece of work gave, which system calls it made, and whether a fault was put into one. */
interface Traced<Value> {
  readonly value: Value;
  readonly calls: readonly SystemCall[];
  readonly hit: boolean;
}

/**
 * Looks at the system calls that a process makes on some paths while `work` runs, and puts a fault into
 * some of them (`rename:error=EIO:when=1`). The process should have one thread for files: calls are
 * counted by thread. `work` gives `undefined` where the process did not live through it.
 */
export async function tracing<Value>(
  child: ChildProcess,
  paths: readonly string[],
  faults: readonly string[],
  work: () => Promise<Value>,
): Promise<Traced<Value>> {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-trace-'));
  const log = join(folder, 'trace');
  const only = paths.flatMap((path) => ['-P', path]);
  const inject = faults.flatMap((fault) => ['-e', `inject=${fault}`]);
  const strace = spawn('strace', ['-f', '-p', String(child.pid), '-o', log, ...only, ...inject], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(strace, 'exit');
  try {
    // It says that it is attached.
    await Promise.race([once(strace.stderr, 'data'), ended]);
    const value = await work();
    // Where its process is gone, it would wait for it for ever.
    strace.kill(value === undefined ? 'SIGKILL' : 'SIGINT');
    await ended;
    const lines = readFileSync(log, 'utf8').split('\n');
    const seen = new Map<string, number>();
    const calls = lines.flatMap((line) => {
      const name = /^\d+ +(\w+)\(/.exec(line)?.[1];
      if (name === undefined) return [];
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [{ name, count }];
    });
    const hit = value === undefined || lines.some((line) => line.endsWith(' (INJECTED)'));
    return { value, calls, hit };
  } finally {
    strace.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
