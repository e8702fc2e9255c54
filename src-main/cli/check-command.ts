import type { Command } from 'commander';
import { countBySeverity } from '#core/lint/diagnostic';
import { cliMessages } from '#core/messages/cli';
import { translate } from '#core/messages/messages';
import { type FileFindings, toJsonReport, toTextReport } from './check-report.ts';
import { type CliContext, refusal } from './cli-context.ts';
import { findPaths, type FoundPaths } from './find-workspace.ts';
import { type CliWorkspace, openWorkspace } from './open-workspace.ts';

interface CheckOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly maxWarnings?: string;
  readonly prose?: boolean;
}

/** The files that the arguments mean: all guides and documents below a folder, and each file named. */
function selectPaths({ paths }: FoundPaths, { engine }: CliWorkspace): readonly string[] {
  const known = engine.store.paths();
  const selected = paths.flatMap(({ path, isFolder }) => {
    if (!isFolder) return [path];
    return path === '' ? known : known.filter((one) => one.startsWith(`${path}/`));
  });
  return [...new Set(selected)].sort();
}

// Positions are those of the file as on disk, mark and line ends included.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function checkPaths(
  paths: readonly string[],
  { engine, files }: CliWorkspace,
  context: CliContext,
): Promise<readonly FileFindings[]> {
  const checked: FileFindings[] = [];
  for (const path of paths) {
    const bytes = await files.read(path);
    if (!bytes) throw refusal(context, 'unreadable', { path });
    const { diagnostics } = engine.checkBytes(path, bytes);
    checked.push({ path, text: decoder.decode(bytes), diagnostics });
  }
  return checked;
}

/** Findings about the workspace's own configuration, by file. */
async function checkSettings({ engine, files }: CliWorkspace): Promise<readonly FileFindings[]> {
  const { problems } = engine.info();
  const paths = [...new Set(problems.map(({ path }) => path))];
  return Promise.all(
    paths.map(async (path) => ({
      path,
      text: decoder.decode(await files.read(path)),
      diagnostics: problems
        .filter((problem) => problem.path === path)
        .map(({ diagnostic }) => diagnostic),
    })),
  );
}

async function check(
  args: readonly string[],
  options: CheckOptions,
  context: CliContext,
): Promise<void> {
  const { locale } = context;
  const format = options.json === true ? 'json' : (options.format ?? 'text');
  if (format !== 'json' && format !== 'text')
    throw refusal(context, 'badFormat', { value: format });
  const { maxWarnings = 'any' } = options;
  if (maxWarnings !== 'any' && !/^\d{1,9}$/.test(maxWarnings)) throw refusal(context, 'badCount');

  const found = await findPaths(args.length === 0 ? ['.'] : args, context);
  for (const { path, isFolder } of found.paths) {
    const isMarkdown = /\.(?:md|markdown)$/i.test(path);
    if (!isFolder && !isMarkdown) throw refusal(context, 'notMarkdown', { path });
  }
  if (options.prose === true) context.err(translate(cliMessages, locale, 'noProse'));
  const workspace = await openWorkspace(found.root, context);
  const checked = await checkPaths(selectPaths(found, workspace), workspace, context);
  const files = [...(await checkSettings(workspace)), ...checked];

  const toReport = format === 'json' ? toJsonReport : toTextReport;
  context.out(toReport(files, checked.length, locale));
  const counts = countBySeverity(files.flatMap(({ diagnostics }) => diagnostics));
  const tooMany = maxWarnings !== 'any' && counts.warning > Number(maxWarnings);
  context.exit(counts.error > 0 || tooMany ? 1 : 0);
}

/** Adds `check` to the program. */
export function registerCheckCommand(program: Command, context: CliContext): void {
  const text = (key: keyof typeof cliMessages.ja): string =>
    translate(cliMessages, context.locale, key);
  program
    .command('check')
    .description(text('check'))
    .argument('[paths...]', text('checkPaths'))
    .option('--format <format>', text('format'))
    .option('--json', text('json'))
    .option('--max-warnings <n>', text('maxWarnings'))
    .option('--prose', text('prose'))
    .action((paths: string[], options: CheckOptions) => check(paths, options, context));
}
