import crypto from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

// Writes one thing for each line of its input, and says what came of it. Temporary files have a name that
// is known before, so that only calls on the paths of the save need be looked at.
crypto.randomBytes = (size: number) => Buffer.alloc(size);
syncBuiltinESMExports();

const { createSaver } = await import('../../../src-main/files/saver.ts');
const { createJournalFolder } = await import('../../../src-main/files/journal-folder.ts');
const { createHistoryFolder } = await import('../../../src-main/files/history-folder.ts');
const { createJsonStore } = await import('../../../src-main/files/json-store.ts');
const { hashOf } = await import('../../../src-main/files/hash.ts');

const saver = createSaver();

async function done(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return { ok: true };
  } catch (error) {
    return { ok: false, failure: { code: String((error as { code?: unknown }).code) } };
  }
}

async function write(work: string, path: string, old: string, text: string): Promise<unknown> {
  const bytes = Buffer.from(text);
  switch (work) {
    // As a file of our own: another's attributes would be copied by a process of its own.
    case 'replace':
      return saver.save({ path, bytes, expected: hashOf(old), mode: 0o640 });
    case 'in place': {
      // Its former text is kept elsewhere before; here nothing is asked of that.
      const backUp = () => Promise.resolve(true);
      return saver.save({ path, bytes, expected: hashOf(old), names: { backUp } });
    }
    case 'create':
      return saver.save({ path, bytes, expected: null });
    case 'journal': {
      const { length } = Buffer.from(old);
      return done(createJournalFolder(dirname(path), saver).append(1, bytes, length));
    }
    case 'history':
      return done(createHistoryFolder(dirname(path), saver).add(bytes, 'save', Date.now()));
    case 'store': {
      const refused: string[] = [];
      const schema = z.object({ text: z.string().default('') });
      const onProblem = (_: string, code: string) => refused.push(code);
      await createJsonStore({ path, schema, saver, onProblem }).update(() => ({ text }));
      return refused.length === 0 ? { ok: true } : { ok: false, failure: { code: refused[0] } };
    }
    default:
      throw new Error(`no such work: ${work}`);
  }
}

/** How many files of a folder this process has open. */
function openIn(folder: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { work, path, old, text } = JSON.parse(line) as Record<string, string>;
  const outcome = await write(work ?? '', path ?? '', old ?? '', text ?? '');
  process.stdout.write(
    `${JSON.stringify({ ...Object(outcome), open: openIn(dirname(path ?? '')) })}\n`,
  );
}
