import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The author's own copy of the sample at `copy`, made the first time; a copy once begun is never half there. */
export async function prepareSample(original: string, copy: string): Promise<string> {
  if (await stat(copy).catch(() => undefined)) return copy;
  const half = `${copy}.half`;
  await mkdir(dirname(copy), { recursive: true });
  await rm(half, { recursive: true, force: true });
  await cp(original, half, { recursive: true, dereference: true });
  await rename(half, copy);
  return copy;
}
