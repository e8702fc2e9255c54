import type { SiteProfile } from '#core/catalog/workspace-config';
import type { LineRange } from '#core/markdown/body-html';

/** What the worker is asked for: the HTML of a body, or of some of its lines. */
export interface HtmlRequest {
  readonly body: string;
  readonly profile: SiteProfile;
  readonly lines: LineRange | undefined;
}

/** What the worker says: `ready` once its code is loaded, then the HTML, `undefined` where there can be none. */
export type HtmlMessage =
  { readonly type: 'ready' } | { readonly type: 'html'; readonly html: string | undefined };
