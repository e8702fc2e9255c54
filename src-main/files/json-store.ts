import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import type { Saver } from './saver.ts';

/** One JSON file of this machine (settings, layout, …) as a value that always fits its schema. */
export interface JsonStore<Value> {
  /** The value on disk, of its backup, or the schema's defaults: whatever is whole, in that order. */
  read(): Promise<Value>;
  /** Changes the value; changes come one after another. A disk that refuses keeps the value in memory. */
  update(change: (value: Value) => Value): Promise<Value>;
  /** Settles when every change so far is on disk, or was refused by it. */
  settled(): Promise<void>;
}

/**
 * A store in `path`, readable by its owner only. A damaged file is moved aside to `<path>.damaged`,
 * never deleted; `<path>.bak` holds what was there before the last change.
 */
export function createJsonStore<Schema extends z.ZodType>(options: {
  readonly path: string;
  /** Must accept `{}` and fill in its defaults. */
  readonly schema: Schema;
  readonly saver: Saver;
  readonly onProblem: (what: 'damaged' | 'not-saved', code: string) => void;
}): JsonStore<z.output<Schema>> {
  type Value = z.output<Schema>;
  const { path, schema, saver, onProblem } = options;
  let value: Promise<Value> | undefined;

  async function parseFile(file: string): Promise<Value | undefined> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') onProblem('damaged', error.code ?? 'UNKNOWN');
      return undefined;
    });
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    onProblem('damaged', 'content');
    await rename(file, `${file}.damaged`).catch(() => undefined);
    return undefined;
  }

  async function load(): Promise<Value> {
    return (await parseFile(path)) ?? (await parseFile(`${path}.bak`)) ?? schema.parse({});
  }

  async function write(file: string, content: Value): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
    const outcome = await saver.save({ path: file, bytes, expected: 'any', mode: 0o600 });
    if (!outcome.ok) onProblem('not-saved', outcome.failure.detail);
  }

  return {
    read: () => (value ??= load()),
    update(change) {
      const before = (value ??= load());
      value = before.then(async (current) => {
        const next = change(current);
        await write(`${path}.bak`, current);
        await write(path, next);
        return next;
      });
      // A change that throws is its caller's bug and leaves the value as it was.
      const result = value;
      value = result.catch(() => before);
      return result;
    },
    async settled() {
      await value;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
