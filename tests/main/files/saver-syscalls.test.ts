import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureWords } from '#core/messages/failure-words';
import { createHistoryFolder } from '../../../src-main/files/history-folder.ts';
import { encodeRecord, readJournal } from '../../../src-main/files/journal-file.ts';
import { createJsonStore } from '../../../src-main/files/json-store.ts';
import { createSaver, sweepTemporaries } from '../../../src-main/files/saver.ts';
import { builtModule } from '../../support/built-module.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';
import { canInject, type SystemCall, tracing } from '../../support/strace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Every system call of a save is made to fail once in each way, and to be the last of its process. The
// calls are those of a traced save: nobody keeps a list.

let program: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  program = await builtModule('tests/main/files/save-in-child.ts');
}, 30_000);
afterAll(() => program.remove());

/** What the child says of a write. */
interface Said {
  readonly ok: boolean;
  readonly failure?: { readonly code: string };
  /** Files that it still has open. */
  readonly open: number;
}

/** A process that saves what it is told. */
class Child {
  readonly process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor() {
    this.process = spawn(process.execPath, [program.path], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // One thread for files, so that its calls have an order; its calls are its own, not the kernel's.
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' },
    });
    this.#reader = createInterface({ input: this.process.stdout as NodeJS.ReadableStream });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** The next line; `undefined` where the process has ended. */
  async next(): Promise<string | undefined> {
    const { done, value } = await this.#lines.next();
    return done ? undefined : value;
  }

  async write(order: Record<string, string>): Promise<Said | undefined> {
    this.process.stdin?.write(`${JSON.stringify(order)}\n`);
    const line = await this.next();
    return line === undefined ? undefined : (JSON.parse(line) as Said);
  }

  end(): void {
    this.process.kill('SIGKILL');
    this.#reader.close();
  }
}

async function started(): Promise<Child> {
  const child = new Child();
  expect(await child.next()).toBe('ready');
  return child;
}

const old = `old\n${'元の文章。'.repeat(5_000)}\n`;
const text = `new\n${'新しい文章。'.repeat(5_000)}\n`;

/** A way of writing, and what may be there after it, whatever happened in between. */
interface Work {
  readonly name: string;
  readonly file: string;
  readonly old: string;
  readonly text: string;
  /** Whether the old state lies in the file before. */
  readonly isThere: boolean;
  /** A failure means that the old state is there, not only that the new one may not last. */
  readonly isExact: boolean;
  /** What is there, `undefined` where it is neither of both. */
  readonly state: (path: string, folder: string) => Promise<'old' | 'new' | undefined>;
}

const found = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
async function wholeFile(path: string): Promise<'old' | 'new' | undefined> {
  const there = found(path);
  return there === text ? 'new' : there === old ? 'old' : undefined;
}

const base = { kind: 'base', format: 1, root: '/guides', path: 'a.md' } as const;
const journalled = encodeRecord({ ...base, ...journalBase(old) });
const typed = encodeRecord({ kind: 'change', ...typedChange(0, text) });

/** The JSON of a store, or of its backup. */
async function storedText(path: string): Promise<'old' | 'new' | undefined> {
  const schema = z.object({ text: z.string().default('nothing') });
  const store = createJsonStore({ path, schema, saver: createSaver(), onProblem: () => undefined });
  const stored = (await store.read()).text;
  return stored === text ? 'new' : stored === old ? 'old' : undefined;
}

async function keptText(_: string, folder: string): Promise<'old' | 'new' | undefined> {
  const history = createHistoryFolder(folder, createSaver());
  const [first, ...more] = await history.list();
  if (first === undefined) return 'old';
  return more.length === 0 && (await history.read(first.id))?.toString() === text
    ? 'new'
    : undefined;
}

const everyDay: readonly Work[] = [
  { name: 'replace', file: 'a.md', old, text, isThere: true, isExact: true, state: wholeFile },
  {
    name: 'create',
    file: 'a.md',
    ...{ old: '', text, isThere: false, isExact: true },
    state: async (path) => (found(path) === undefined ? 'old' : wholeFile(path)),
  },
  {
    // A file with a second name; killed in between, its former text is where it was kept before.
    name: 'in place',
    file: 'a.md',
    ...{ old, text, isThere: true, isExact: true, state: wholeFile },
  },
  {
    name: 'journal',
    file: '00000001.journal',
    ...{ old: journalled, text: typed, isThere: true, isExact: false },
    async state(path) {
      const read = readJournal(readFileSync(path));
      if (read === undefined || read.guide.base.text !== old) return undefined;
      return read.guide.changes.length === 1 ? 'new' : 'old';
    },
  },
];
const longForm: readonly Work[] = [
  {
    name: 'store',
    file: 'settings.json',
    ...{ old: JSON.stringify({ text: old }), text, isThere: true, isExact: false },
    state: storedText,
  },
  {
    name: 'history',
    file: 'index.json',
    ...{ old: '', text, isThere: false, isExact: false },
    state: keptText,
  },
];
const isLong = process.env.SHIRUBE_FULL === '1';
const works = isLong ? [...everyDay, ...longForm] : everyDay;

const errors = ['EIO', 'ENOSPC', 'EACCES', 'EMFILE', 'EXDEV', 'EPERM', 'EINTR'] as const;
const codes: Record<(typeof errors)[number], string> = {
  ...{ EIO: 'io', ENOSPC: 'disk-full', EACCES: 'not-allowed', EMFILE: 'io', EXDEV: 'io' },
  ...{ EPERM: 'not-allowed', EINTR: 'io' },
};
const temporary = `.shirube-${'0'.repeat(16)}.tmp`;

/** Every call of a save, and a place to repeat it in. */
async function learn(work: Work, child: Child) {
  const folder = join(temporaryFolder(), 'guides');
  const path = join(folder, work.file);
  const order = { work: work.name, path, old: work.old, text: work.text };
  function prepare(): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    if (!work.isThere) return;
    writeFileSync(path, work.old);
    chmodSync(path, 0o640);
    if (work.name === 'in place') linkSync(path, join(folder, '..', `${randomUUID()}.md`));
  }
  prepare();
  expect(await child.write(order)).toMatchObject({ ok: true });
  const paths = [
    folder,
    join(folder, temporary),
    ...readdirSync(folder).map((name) => join(folder, name)),
  ];
  prepare();
  const { value, calls } = await tracing(child.process, paths, [], () => child.write(order));
  expect(value).toMatchObject({ ok: true, open: 0 });
  return { folder, path, order, paths, calls, prepare };
}

const spelled = ({ name, count }: SystemCall, fault: string): string =>
  `${name}:${fault}:when=${count}`;

const whole = works.filter(({ name }) => name !== 'in place');

describe.runIf(canInject).each(whole)('every system call of the work $name', (work) => {
  it('[F01] the process is killed at it: what was there, or what is new, whole', async () => {
    let child = await started();
    let next = started();
    const { folder, path, order, paths, calls, prepare } = await learn(work, child);
    expect(calls.length).toBeGreaterThan(4);
    const wrong: unknown[] = [];
    for (const call of calls) {
      prepare();
      const fault = spelled(call, 'signal=KILL');
      const said = await tracing(child.process, paths, [fault], () => child.write(order));
      const state = await work.state(path, folder);
      await sweepTemporaries(folder, 0);
      const left = readdirSync(folder).filter((name) => name === temporary);
      if (!said.hit || state === undefined || left.length > 0)
        wrong.push({ fault, said, state, left });
      if (said.value !== undefined && state !== 'new') wrong.push({ fault, said, state });
      child.end();
      child = await next;
      next = started();
    }
    child.end();
    (await next).end();
    expect(wrong).toEqual([]);
  }, 600_000);
});

describe.runIf(canInject).each(works)('every system call of the work $name', (work) => {
  it('[F04][F06][F07][F10][F12] it fails: never half a text, never a success that is none', async () => {
    let child = await started();
    const { folder, path, order, paths, calls, prepare } = await learn(work, child);
    const wrong: unknown[] = [];
    let open = 0;
    // Once; in the long form also at every call of that name from there on.
    // (An interruption that never ends is one that the runtime waits for without end.)
    const timesOf = (error: string) => (isLong && error !== 'EINTR' ? ['', '+'] : ['']);
    for (const call of calls) {
      for (const [error, more] of errors.flatMap((one) =>
        timesOf(one).map((all) => [one, all] as const),
      )) {
        prepare();
        const fault = `${spelled(call, `error=${error}`)}${more}`;
        const { value: said, hit } = await tracing(child.process, paths, [fault], () =>
          child.write(order),
        );
        const state = await work.state(path, folder);
        const mayBeNew = said?.ok === true || !work.isExact;
        const isTrue = state === 'new' ? mayBeNew : state === 'old' && said?.ok === false;
        if (!hit || !isTrue) wrong.push({ fault, hit, said, state });
        if (work.isExact && said?.failure && said.failure.code !== codes[error]) {
          wrong.push({ fault, said });
        }
        // What passes by itself is waited for, or only done again.
        const isSoon = error === 'EINTR' || (error === 'EMFILE' && call.name === 'openat');
        const passes = isSoon && more === '';
        if (work.isExact && passes && said?.ok !== true) wrong.push({ fault, said });
        // A descriptor that could not be closed stays; every other is given back.
        if (call.name !== 'close' && said?.open !== open) wrong.push({ fault, said, open });
        open = said?.open ?? 0;
        if (call.name !== 'unlink' && readdirSync(folder).includes(temporary)) {
          wrong.push({ fault, left: temporary });
        }
        if (call.name === 'statx' && error === 'EPERM') {
          // From here on this process would not use that call again.
          child.end();
          child = await started();
          open = 0;
        }
      }
      prepare();
      expect(await child.write(order)).toMatchObject({ ok: true });
    }
    child.end();
    expect(wrong).toEqual([]);
  }, 600_000);
});

it('[F04][F06][F10] every failure of a disk has its words in both languages', () => {
  for (const code of new Set(Object.values(codes))) {
    const { what, safe, next } = failureWords(code as 'io');
    for (const words of [what, safe, next]) expect(words.ja !== '' && words.en !== '').toBe(true);
  }
});

describe.runIf(canInject)('a file that another program holds', () => {
  const [replace] = works as [Work];
  it.each([
    ['EPERM', 5, true],
    ['EBUSY', 5, true],
    ['EBUSY', 6, false],
  ] as const)(
    '[F12] %s at the rename, %i times: saved %s, and the old file is never away',
    async (error, times, isSaved) => {
      const child = await started();
      const { folder, path, order, paths, prepare } = await learn(replace, child);
      prepare();
      const fault = `rename:error=${error}:when=1..${times}`;
      const missing: string[] = [];
      const look = setInterval(() => {
        if (!readdirSync(folder).includes('a.md')) missing.push(fault);
      }, 5);
      const { value, hit } = await tracing(child.process, paths, [fault], () => child.write(order));
      clearInterval(look);
      child.end();
      expect([hit, value?.ok, missing]).toEqual([true, isSaved, []]);
      expect(readFileSync(path, 'utf8')).toBe(isSaved ? text : old);
      expect(readdirSync(folder)).toEqual(['a.md']);
    },
  );
});
