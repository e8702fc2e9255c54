import { basename } from 'node:path';
import type { OutlineEntry } from '#core/markdown/page-patch';
import { createGuidePage, readPageDetails } from '#core/markdown/page';
import { renderTemplate, type TemplateProblem } from '#core/markdown/page-template';
import { createTemplateData } from '#core/markdown/template-data';
import { translate } from '#core/messages/messages';
import { templateMessages } from '#core/messages/template';
import { readTemplateFiles } from '../services/read-template-files.ts';
import type { CliContext } from './cli-context.ts';
import { openWorkspace } from './open-workspace.ts';

/** The page template of a site, read once for many guides. */
export interface PageTemplate {
  /** The whole page of the guide at `path` (relative to the workspace), or why there is none. */
  fill(
    path: string,
    text: string,
    body: { readonly html: string; readonly outline: readonly OutlineEntry[] },
  ): Promise<{ readonly html: string } | { readonly why: string }>;
}

function explain({ kind, file, line, detail }: TemplateProblem, { locale }: CliContext): string {
  const place =
    line === undefined
      ? translate(templateMessages, locale, 'inFile', { file })
      : translate(templateMessages, locale, 'atLine', { file, line });
  const what = translate(templateMessages, locale, kind, { place, name: detail });
  return kind === 'syntax' && detail !== '' ? `${what} (${detail})` : what;
}

/** Opens the workspace, since a page shows what other guides say of themselves, and reads its template. */
export async function openTemplate(
  root: string,
  template: string,
  context: CliContext,
): Promise<PageTemplate> {
  const { engine, files, entries } = await openWorkspace(root, context);
  const { config, vocabulary } = engine.settings();
  const sources = await readTemplateFiles(files, template);
  const siteName = config.name?.ja ?? basename(root);
  return {
    async fill(path, text, { html, outline }) {
      const details = readPageDetails(text) ?? {};
      const page = createGuidePage(details, entries.values(), vocabulary);
      const data = createTemplateData({ details, path, page, outline, siteName });
      const filled = await renderTemplate(sources, data, html);
      if ('problem' in filled) return { why: explain(filled.problem, context) };
      return { html: `${filled.html.trimEnd()}\n` };
    },
  };
}
