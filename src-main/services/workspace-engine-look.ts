import { readConfigJson } from '#core/catalog/config-json';
import type { SiteLook } from '#core/catalog/site-look';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { rangeOf } from '#core/document/pointer';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { TemplateFiles } from '#core/markdown/page-template';
import { localize } from '#core/messages/messages';
import { siteLookMessages } from '#core/messages/site-look';
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

/** The finding at the name of a template that is not there, or that is no UTF-8. */
function missingTemplate(path: string, configText: string): Diagnostic {
  const pointer = '/profile/template';
  return {
    code: 'site-template',
    severity: 'warning',
    ...(rangeOf(readConfigJson(configText), pointer) ?? { from: 0, to: 0 }),
    message: localize(siteLookMessages, 'noTemplate', { path }),
    advice: localize(siteLookMessages, 'noTemplateAdvice'),
    pointer,
  };
}

/** Reads the style sheets and the page template that the profile names. */
export async function readLook(
  files: WorkspaceFiles,
  config: WorkspaceConfig,
  previous?: ReadLook,
): Promise<ReadLook> {
  const { css = [], template: path } = config.profile;
  const configPath = `${settingsFolder}/config.json`;
  const isNamed = css.length > 0 || path !== undefined;
  const bytes = isNamed ? await files.read(configPath) : undefined;
  const configText = bytes ? new TextDecoder().decode(bytes) : '';
  const styles = await readSiteStyles(files, config, configText, previous?.styles);
  const template = path === undefined ? undefined : await readTemplateFiles(files, path);
  const findings = [...styles.findings];
  if (path !== undefined && template && !Object.hasOwn(template.files, template.entry)) {
    findings.push(missingTemplate(path, configText));
  }
  return {
    styles,
    template,
    problems: findings.map((diagnostic) => ({ path: configPath, diagnostic })),
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
