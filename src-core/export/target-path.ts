import type { ExportTarget } from '../catalog/workspace-config.ts';
import { exportMessages } from '../messages/export.ts';
import { type Localized, localize } from '../messages/messages.ts';

/** Where an export goes when the workspace's configuration names no target. */
export const defaultExportTarget: ExportTarget = {
  id: 'default',
  label: { ja: 'サイト', en: 'Site' },
  static: 'static',
  manifest: 'export-manifest.json',
};

const imageExtensions = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

// Device names of Windows; a file of such a name cannot be checked out there.
const reservedNames = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

// What Windows forbids in names; the colon also opens NTFS streams (`.git::$INDEX_ALLOCATION`).
const forbiddenCharacters = /[\u0000-\u001f\u007f<>:"|?*\\]/;

// Code points that HFS+ ignores when it compares names (git's own list), and bidi controls.
const ignoredCharacters = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** The form in which two paths are the same file on some disk: NFC and without case. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}

/** The folders above a path, the nearest last; none for a file at the root. */
export function parentFolders(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function join(folder: string | undefined, path: string): string {
  const trimmed = (folder ?? '').replace(/^\.?\/+|\/+$/g, '');
  return (trimmed === '' || trimmed === '.' ? path : `${trimmed}/${path}`).normalize('NFC');
}

/**
 * Path under the target of a guide. With a guides folder, the first folder that the globs name
 * literally is left away, so that `guides/a/b.md` becomes `<folder>/a/b.md`.
 */
export function guideTarget(
  path: string,
  target: ExportTarget,
  globs: readonly string[] = [],
): string {
  if (target.guides === undefined) return join(undefined, path);
  const bases = globs.map(literalFolder).sort((a, b) => b.length - a.length);
  const base = bases.find((folder) => folder !== '' && path.startsWith(`${folder}/`)) ?? '';
  return join(target.guides, base === '' ? path : path.slice(base.length + 1));
}

/** The folders of a glob before its first wildcard. */
function literalFolder(glob: string): string {
  const parts = glob.replace(/^\.\//, '').split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join('/');
}

/** Path under the target of an image; `undefined` where it does not lie in the static folder. */
export function imageTarget(
  path: string,
  target: ExportTarget,
  staticFolder: string,
): string | undefined {
  const folder = staticFolder.replace(/^\.?\/+|\/+$/g, '');
  if (folder === '') return join(target.static, path);
  return path.startsWith(`${folder}/`)
    ? join(target.static, path.slice(folder.length + 1))
    : undefined;
}

/**
 * Why a path may never be written or removed under a target, or `undefined` where it may: only guides
 * and images, no way out of the folder, nothing that git or Windows reads as something else.
 */
export function targetPathProblem(path: string, kind: 'guide' | 'image'): Localized | undefined {
  const unsafe = path
    .split('/')
    .some(
      (name) =>
        name === '' ||
        name.startsWith('.') ||
        /[. ]$/.test(name) ||
        /^git~\d/i.test(name) ||
        reservedNames.test(name) ||
        forbiddenCharacters.test(name) ||
        ignoredCharacters.test(name),
    );
  if (unsafe) return localize(exportMessages, 'reasonUnsafePath', { path });
  const known = kind === 'guide' ? path.endsWith('.md') : imageExtensions.test(path);
  return known ? undefined : localize(exportMessages, 'reasonExtension', { path });
}

/** Why a folder or manifest of an export target may not be used, or `undefined` where it may. */
export function targetConfigProblem(target: ExportTarget): Localized | undefined {
  const folders = [target.guides ?? '', target.static].map((folder) =>
    join(folder, 'probe.md').replace(/(?:^|\/)probe\.md$/, ''),
  );
  for (const folder of folders) {
    const problem = folder === '' ? undefined : targetPathProblem(`${folder}/probe.md`, 'guide');
    if (problem) return localize(exportMessages, 'reasonUnsafePath', { path: folder });
  }
  const manifest = target.manifest.replace(/\.json$/, '.md');
  if (manifest === target.manifest || targetPathProblem(manifest, 'guide')) {
    return localize(exportMessages, 'reasonUnsafePath', { path: target.manifest });
  }
  return undefined;
}
