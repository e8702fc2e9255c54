import { lstat } from 'node:fs/promises';
import { type Contained, contain } from './contain.ts';

/**
 * Where a guide of a workspace may be written: a Markdown file outside the folders that programs
 * read their orders from (`.git`, `.shirube` and the like). A new file needs a name that every
 * system can hold; one that is there already is written under the name it has.
 */
export async function placeForGuide(root: string, path: string): Promise<Contained> {
  // Windows finds `.git` under a short name and case makes no difference to many disks.
  const dotted = path
    .split('/')
    .some((segment) => segment.startsWith('.') || /^git~\d/i.test(segment));
  if (dotted || !/\.(?:md|markdown|mdx)$/i.test(path)) return { ok: false, reason: 'name' };
  const present = await contain(root, path, 'read');
  if (!present.ok) return present;
  const there = await lstat(present.path).then(
    () => true,
    () => false,
  );
  return there ? present : contain(root, path, 'write');
}
