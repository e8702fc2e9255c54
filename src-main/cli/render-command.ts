import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readProfile } from '#core/catalog/read-config';
import type { SiteProfile } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { type MessageValues, translate } from '#core/messages/messages';
import { renderCliMessages } from '#core/messages/render-cli';
import { createNodeWorkspaceFiles } from '../files/node-workspace-files.ts';
import { readSettings } from '../services/workspace-engine-config.ts';
import { decodeFile } from '../services/workspace-engine-text.ts';
import { toVisible } from './check-report.ts';
import { type CliContext, CliRefusal } from './cli-context.ts';
import { findPaths, type FoundPaths } from './find-workspace.ts';
import { createBodyRenderer, type RenderedGuide, renderSpecification } from './render-body.ts';
import { openTemplate, type PageTemplate } from './render-template.ts';
import { selectFiles } from './select-files.ts';

interface RenderOptions {
  readonly profile?: string;
  readonly template?: boolean;
  readonly format?: string;
  readonly json?: boolean;
}

type MessageKey = keyof typeof renderCliMessages.ja;
type Say = (key: MessageKey, values?: MessageValues) => string;

const specification = 'commonmark';

/** The profile that `--profile` names, or the workspace's. */
async function chooseProfile(
  name: string | undefined,
  own: SiteProfile,
  context: CliContext,
  say: Say,
): Promise<SiteProfile> {
  if (name === undefined) return own;
  if (name === specification || name === 'gfm' || name === 'gfm-cjk') return { flavour: name };
  const path = toVisible(name);
  const bytes = await readFile(resolve(context.cwd, name)).catch(() => undefined);
  if (!bytes) throw new CliRefusal(say('noProfile', { path }));
  const text = decodeFile(bytes);
  if (text === 'not-utf8' || text === 'too-large') {
    throw new CliRefusal(say('badProfile', { path, detail: say('notUtf8') }));
  }
  const { profile, diagnostics } = readProfile(text.replace(/^\ufeff/, ''));
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (!error) return profile;
  const detail = toVisible(error.message[context.locale]);
  throw new CliRefusal(say('badProfile', { path, detail }));
}

/** What a file is called in the report: by the one folder that was given, else by the workspace. */
function createNaming({ paths }: FoundPaths): (path: string) => string {
  const [only] = paths;
  const isFolder = paths.length === 1 && only?.isFolder === true && only.path !== '';
  return isFolder ? (path) => path.slice(only.path.length + 1) : (path) => path;
}

const problemKeys = {
  'too-deep': 'tooDeep',
  'too-long': 'tooLong',
  'not-utf8': 'notUtf8',
  'too-large': 'tooLarge',
} as const;

async function renderFile(
  path: string,
  files: WorkspaceFiles,
  renderBody: (text: string) => RenderedGuide,
  template: PageTemplate | undefined,
  say: Say,
): Promise<{ readonly html: string } | { readonly why: string }> {
  const bytes = await files.read(path);
  if (!bytes) return { why: say('unreadable') };
  const decoded = decodeFile(bytes);
  if (decoded === 'not-utf8' || decoded === 'too-large') return { why: say(problemKeys[decoded]) };
  const text = decoded.replace(/^\ufeff/, '');
  const rendered = renderBody(text);
  if ('problem' in rendered) return { why: say(problemKeys[rendered.problem]) };
  return template ? template.fill(path, text, rendered) : rendered;
}

async function render(
  args: readonly string[],
  options: RenderOptions,
  context: CliContext,
): Promise<void> {
  const say: Say = (key, values) => translate(renderCliMessages, context.locale, key, values);
  const format = options.json === true ? 'json' : (options.format ?? 'html');
  if (format !== 'html' && format !== 'json') {
    throw new CliRefusal(say('badFormat', { value: toVisible(format) }));
  }
  const found = await findPaths(args, context);
  const files = createNodeWorkspaceFiles(found.root);
  const settings = await readSettings(files);
  const profile = await chooseProfile(options.profile, settings.config.profile, context, say);
  const paths = await selectFiles(found, files, settings, context);
  if (format === 'html' && paths.length !== 1) {
    throw new CliRefusal(say('oneFile', { count: paths.length }));
  }
  if (options.template === true && profile.template === undefined) {
    throw new CliRefusal(say('noTemplate'));
  }
  const template =
    options.template === true && profile.template !== undefined
      ? await openTemplate(found.root, profile.template, context)
      : undefined;
  const renderBody =
    options.profile === specification ? renderSpecification : createBodyRenderer(profile);

  const name = createNaming(found);
  const pages: Record<string, string> = Object.create(null) as Record<string, string>;
  let failed = false;
  for (const path of paths) {
    const page = await renderFile(path, files, renderBody, template, say);
    if ('html' in page) pages[name(path)] = page.html;
    else {
      failed = true;
      context.err(`${toVisible(path)}: ${toVisible(page.why)}`);
    }
  }
  if (format === 'json') context.out(`${JSON.stringify(pages, null, 2)}\n`);
  else for (const html of Object.values(pages)) context.out(html);
  context.exit(failed ? 1 : 0);
}

/** Adds `render` to the program. */
export function registerRenderCommand(program: Command, context: CliContext): void {
  const say: Say = (key, values) => translate(renderCliMessages, context.locale, key, values);
  program
    .command('render')
    .description(say('render'))
    .argument('<paths...>', say('paths'))
    .option('--profile <profile>', say('profile'))
    .option('--template', say('template'))
    .option('--format <format>', say('format'))
    .option('--json', say('json'))
    .action((paths: string[], options: RenderOptions) => render(paths, options, context));
}
