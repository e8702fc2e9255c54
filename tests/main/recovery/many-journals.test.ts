import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { encodeRecord } from '../../../src-main/files/journal-file.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { builtModule } from '../../support/built-module.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';
import { canInject, tracing } from '../../support/strace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let program: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  program = await builtModule('tests/main/recovery/scan-in-child.ts');
}, 30_000);
afterAll(() => program.remove());

it.runIf(canInject)(
  '[F58] a hundred unsaved guides among five thousand: each is read once, no guide is',
  async () => {
    const [recovery, guides, id] = [temporaryFolder(), temporaryFolder(), '0123456789abcdef'];
    const files = Array.from({ length: 100 }, (_, index) => {
      const path = `guides/${index}.md`;
      const folder = join(recovery, id, hashOf(path).slice(0, 16));
      mkdirSync(folder, { recursive: true });
      const base = { kind: 'base', format: 1, root: guides, path } as const;
      const records = [
        { ...base, ...journalBase(`# ${index}\n`) },
        { kind: 'change' as const, ...typedChange(0, 'x') },
      ];
      const file = join(folder, '00000002.journal');
      writeFileSync(file, records.map(encodeRecord).join(''));
      // The generation before is read only where this one is damaged.
      writeFileSync(join(folder, '00000001.journal'), records.map(encodeRecord).join(''));
      return file;
    });
    mkdirSync(join(guides, 'guides'));
    const texts = Array.from({ length: 5_000 }, (_, index) => join(guides, `guides/${index}.md`));
    for (const text of texts) writeFileSync(text, '# \n');
    const child: ChildProcess = spawn(process.execPath, [program.path, recovery, guides, id], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[
      Symbol.asyncIterator
    ]();
    expect((await lines.next()).value).toBe('ready');
    const watched = [
      ...files,
      ...files.map((file) => file.replace('02.j', '01.j')),
      ...texts.slice(0, 100),
    ];
    const { value, calls } = await tracing(child, watched, [], async () => {
      child.stdin?.write('scan\n');
      return (await lines.next()).value as string | undefined;
    });
    expect(JSON.parse(value ?? '[]')).toHaveLength(100);
    expect(calls.filter(({ name }) => name.startsWith('open'))).toHaveLength(100);
  },
);
