import type { SiteProfile } from '#core/catalog/workspace-config';
import type { TextEdit } from '#core/document/text-edit';
import type { PagePatch } from '#core/markdown/page-patch';

/** What the window asks of the preview worker. */
export type PreviewRequest =
  | {
      readonly type: 'text';
      readonly id: number;
      readonly profile: SiteProfile;
      /** The whole text, guide details included. */
      readonly text: string;
    }
  | {
      readonly type: 'edits';
      readonly id: number;
      /** Rows of edits of the whole text, each referring to the text before it. */
      readonly edits: readonly (readonly TextEdit[])[];
    };

/** Everything the worker says; `ready` once, when its code is loaded. */
export type PreviewMessage = { readonly type: 'ready' } | PreviewAnswer;

/** A change of the page; a long text answers one request with several. */
export interface PreviewAnswer {
  readonly type: 'page';
  /** The last request that the page takes into account. */
  readonly id: number;
  /** Whether the patch starts a new page. */
  readonly fresh: boolean;
  /** Line (from 0) of the whole text where the body begins. */
  readonly bodyLine: number;
  readonly patch: PagePatch;
}
