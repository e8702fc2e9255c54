import type { SiteLook } from '#core/catalog/site-look';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { TemplateFiles } from '#core/markdown/page-template';
import { hashOf } from '../files/hash.ts';
import { readSiteStyles, type SiteStyles } from './read-site-styles.ts';
import { isTemplateFile, readTemplateFiles } from './read-template-files.ts';
import { settingsFolder, type WorkspaceSettings } from './workspace-engine-config.ts';

/** How the site of a workspace looks, as far as it was read. */
export interface ReadLook {
  readonly look: SiteLook;
  readonly styles: SiteStyles;
  readonly template: TemplateFiles | undefined;
  /** Findings with the file that they are about. */
  readonly problems: WorkspaceSettings['problems'];
}

/** Reads the style sheets and the page template that the profile names. */
export async function readLook(
  files: WorkspaceFiles,
  config: WorkspaceConfig,
  previous?: ReadLook,
): Promise<ReadLook> {
  const { css = [], template: path } = config.profile;
  const configPath = `${settingsFolder}/config.json`;
  const bytes = css.length > 0 ? await files.read(configPath) : undefined;
  const configText = bytes ? new TextDecoder().decode(bytes) : '';
  const styles = await readSiteStyles(files, config, configText, previous?.styles);
  const template = path === undefined ? undefined : await readTemplateFiles(files, path);
  return {
    styles,
    template,
    problems: styles.findings.map((diagnostic) => ({ path: configPath, diagnostic })),
    look: {
      styles: styles.sheets.map(({ name }) => name),
      hasDark: css.length === 0 || styles.sheets.some(({ hasDark }) => hasDark),
      ...(template ? { template: hashOf(JSON.stringify(template)).slice(0, 32) } : {}),
      notices: styles.findings.map(({ message }) => message),
    },
  };
}

/** Whether a path, or something below it, is part of how the site looks. */
export function concernsLook(config: WorkspaceConfig, path: string): boolean {
  const { css = [], template } = config.profile;
  const holds = (one: string): boolean => one === path || one.startsWith(`${path}/`);
  if (css.some(holds)) return true;
  return template !== undefined && (holds(template) || isTemplateFile(template, path));
}
