import type { GuideEntry } from '#core/catalog/guide-entry';
import { checkFileName, fileKey, type FileNameProblem, pathParts } from '#core/catalog/file-name';

const folderOf = (path: string): string => pathParts(path).folder.slice(0, -1);

/** The folders (relative, empty at the top) that hold guides or other folders with guides, but the guide's own. */
export function folderChoices(path: string, entries: readonly GuideEntry[]): readonly string[] {
  const folders = new Set(['']);
  for (const entry of entries) {
    const parts = folderOf(entry.path).split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) {
      folders.add(parts.slice(0, depth).join('/'));
    }
  }
  folders.delete(folderOf(path));
  return [...folders].sort((a, b) => a.localeCompare(b, 'ja'));
}

/** A folder as the author wrote it: composed, with `/` only between its parts. */
export function folderFrom(typed: string): string {
  return typed
    .normalize('NFC')
    .split('/')
    .filter((part) => part.trim() !== '')
    .join('/');
}

/** Why a guide cannot go into a folder. */
export type FolderProblem =
  Exclude<FileNameProblem, 'separator'> | 'here' | { readonly takenBy: string };

/** Why a guide cannot go into a folder (relative, empty at the top); `undefined` where it can. */
export function folderProblem(
  path: string,
  folder: string,
  entries: readonly GuideEntry[],
): FolderProblem | undefined {
  if (folder === folderOf(path)) return 'here';
  for (const part of folder === '' ? [] : folder.split('/')) {
    const problem = checkFileName(part, '');
    if (problem === 'separator') return 'character';
    if (problem !== undefined) return problem;
  }
  const { stem, ending } = pathParts(path);
  const to = `${folder === '' ? '' : `${folder}/`}${stem}${ending}`;
  const taken = entries.find((entry) => entry.path !== path && fileKey(entry.path) === fileKey(to));
  return taken && { takenBy: taken.name };
}

/** Whether a folder holds documents, but none of them is a guide. */
export function hasNoGuides(folder: string, entries: readonly GuideEntry[]): boolean {
  const inside = entries.filter((entry) => folderOf(entry.path) === folder);
  return inside.length > 0 && inside.every(({ kind }) => kind !== 'guide');
}
