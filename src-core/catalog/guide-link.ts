/** What a link in a body leads to inside the workspace. */
export type GuideLink =
  | { readonly kind: 'slug'; readonly slug: string }
  | { readonly kind: 'path'; readonly path: string };

/** Joins a relative address to the folder of a path; `undefined` where it leaves the workspace. */
function resolvePath(from: string, address: string): string | undefined {
  const segments = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of address.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/**
 * The guide that an address means: `/guides/<slug>/` on the site, or a Markdown file next to the guide at
 * `from`. `undefined` for every other page of the site, which the workspace cannot know.
 */
export function readGuideLink(address: string, from: string): GuideLink | undefined {
  const slug = /^\/guides\/([^/]+?)(?:\.html)?\/?$/.exec(address)?.[1];
  if (slug !== undefined) return { kind: 'slug', slug };
  if (!/\.(?:md|markdown)$/i.test(address) || address.startsWith('/')) return undefined;
  const path = resolvePath(from, address);
  return path === undefined ? undefined : { kind: 'path', path };
}
