/**
 * Address from which the main process serves an image that a guide names; relative paths are taken
 * from the guide's place in the workspace. `undefined` for what is not below the static folder.
 */
export function imageAddress(
  path: string,
  place: { readonly workspaceId: string; readonly guidePath: string; readonly staticPath: string },
): string | undefined {
  const base = `site://${place.workspaceId}/`;
  if (!URL.canParse(path, base + encodeURI(place.guidePath))) return undefined;
  const url = new URL(path, base + encodeURI(place.guidePath));
  const below = place.staticPath.endsWith('/') ? place.staticPath : `${place.staticPath}/`;
  const isOurs = url.protocol === 'site:' && url.host === place.workspaceId;
  return isOurs && url.pathname.startsWith(below) ? url.href : undefined;
}
