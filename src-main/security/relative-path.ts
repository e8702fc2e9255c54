/** What a path is for: a name that only some systems can hold may be read where it exists, never written. */
export type PathUse = 'read' | 'write';

/** Device names of Windows, reserved with any extension; the superscript digits count as digits there. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/**
 * What is wrong with a path relative to a folder, by its text alone: `outside` where it would leave
 * the folder, `name` where no file may bear it. `undefined` means that nothing is.
 */
export function checkRelativePath(path: string, use: PathUse): 'outside' | 'name' | undefined {
  if (path === '' || path.includes('\0')) return 'name';
  // A backslash separates on Windows, so it never may stand for a letter of a name.
  if (path.startsWith('/') || path.includes('\\') || /^[a-z]:/i.test(path)) return 'outside';
  const segments = path.split('/');
  if (segments.includes('..')) return 'outside';
  for (const segment of segments) {
    if (segment === '' || segment === '.') return 'name';
    if (use === 'write' && !isPortableName(segment)) return 'name';
  }
  return undefined;
}

/** Whether every system can hold a file of this name: no device, stream, control byte, trailing dot or space. */
function isPortableName(name: string): boolean {
  // Windows strips what follows the first dot or space before it looks for a device: `NUL .md` is NUL.
  const stem = (name.split('.')[0] ?? '').trimEnd();
  return !reserved.test(stem) && !/[<>:"|?*\u0000-\u001f\u007f]/.test(name) && !/[. ]$/.test(name);
}
