import type { Localized } from '../messages/messages.ts';

/** How the site of a workspace looks, as the preview uses it. */
export interface SiteLook {
  /** Names of the site's style sheets in their order, served as `site://<workspace>/.shirube-css/<name>.css`. */
  readonly styles: readonly string[];
  /** Whether they look different for readers who prefer the dark; for no style sheets, the default page's do. */
  readonly hasDark: boolean;
  /** Differs whenever the page template or a file beside it does; `undefined` where there is none. */
  readonly template?: string | undefined;
  /** What of the style sheets the preview does without, and why. */
  readonly notices: readonly Localized[];
}

/** Path in front of the names of style sheets; no file of a workspace is served under it. */
export const styleFolder = '/.shirube-css/';
