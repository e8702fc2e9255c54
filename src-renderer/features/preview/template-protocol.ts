import type { Root } from 'hast';
import type { TemplateFiles, TemplateProblem } from '#core/markdown/page-template';
import type { TemplateData } from '#core/markdown/template-data';

/** What the window asks of the template worker. */
export interface TemplateRequest {
  readonly id: number;
  /** Absent where they are those of the request before. */
  readonly files?: TemplateFiles;
  readonly data: TemplateData;
}

/** What a template made of one guide. */
export type Printed = { readonly root: Root } | { readonly problem: TemplateProblem };

/** Everything the worker says; `ready` once, when its code is loaded. */
export type TemplateMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'printed'; readonly id: number; readonly result: Printed };
