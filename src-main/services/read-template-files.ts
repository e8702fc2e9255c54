import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { TemplateFiles } from '#core/markdown/page-template';
import { decodeFile } from './workspace-engine-text.ts';

/** How many files a template may include, and how large (bytes) they may be together. */
const maxFiles = 100;
const maxBytes = 1024 * 1024;

/** Letters that mean something in a glob, and so cannot stand for themselves. */
const special = /[*?[\]{}()!+@\\|]/;

/** Folder of a path, relative to the workspace; empty for the workspace itself. */
function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Whether a file may be part of a page template: the template, or a Liquid file beside or below it. */
export function isTemplateFile(template: string, path: string): boolean {
  const folder = folderOf(template);
  const isBeside = folder === '' || path.startsWith(`${folder}/`);
  return path === template || (isBeside && path.endsWith('.liquid'));
}

/** The template of a profile with the Liquid files beside and below it; names are relative to its folder. */
export async function readTemplateFiles(
  files: WorkspaceFiles,
  template: string,
): Promise<TemplateFiles> {
  const folder = folderOf(template);
  const prefix = folder === '' ? '' : `${folder}/`;
  // A folder whose name a glob cannot spell has a template without parts.
  const listed = special.test(folder) ? [] : await files.list([`${prefix}**/*.liquid`]);
  const texts: Record<string, string> = {};
  let total = 0;
  const others = listed.map(({ path }) => path).filter((path) => path !== template);
  for (const path of [template, ...others].slice(0, maxFiles)) {
    const bytes = await files.read(path, maxBytes - total + 1);
    if (bytes === undefined || bytes.length > maxBytes - total) continue;
    total += bytes.length;
    const text = decodeFile(bytes);
    if (text !== 'not-utf8' && text !== 'too-large') texts[path.slice(prefix.length)] = text;
  }
  return { entry: template.slice(prefix.length), files: texts };
}
