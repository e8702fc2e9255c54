import picomatch from 'picomatch';

const special = /[*?[\]{}()!+@\\|]/;

/** Whether a path (relative, `/`) matches any glob and none that begins with `!`. */
export type GlobMatcher = (path: string) => boolean;

/**
 * Compiles the globs of a workspace. Extended globs are taken literally: they come from a folder that
 * may not be trusted, and can make a matcher take exponential time (T32).
 */
export function createGlobMatcher(globs: readonly string[]): GlobMatcher {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  if (wanted.length === 0) return () => false;
  return picomatch(wanted, { ignore: unwanted, noextglob: true });
}

/** Folders from which everything that globs can match is found: the parts before their first wildcard, none inside another. */
export function globRoots(globs: readonly string[]): readonly string[] {
  const bases = globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => {
      const segments = glob.split('/').slice(0, -1);
      const wild = segments.findIndex((segment) => special.test(segment));
      return (wild < 0 ? segments : segments.slice(0, wild)).join('/');
    });
  // A crawl passes over folders with a dot, so a base inside one is crawled by itself.
  const covers = (outer: string, inner: string): boolean =>
    outer === inner ||
    ((outer === '' || inner.startsWith(`${outer}/`)) &&
      !inner
        .slice(outer.length)
        .split('/')
        .some((segment) => segment.startsWith('.')));
  return [...new Set(bases)].filter(
    (base, _index, all) => !all.some((other) => other !== base && covers(other, base)),
  );
}
