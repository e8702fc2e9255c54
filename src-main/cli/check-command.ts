import type { Command } from 'commander';
import { withoutAccepted } from '#core/lint/accepted';
import { countBySeverity, type Diagnostic } from '#core/lint/diagnostic';
import { cliMessages } from '#core/messages/cli';
import { translate } from '#core/messages/messages';
import type { Saver } from '../files/saver.ts';
import { toGithubReport } from './check-github.ts';
import { type FileFindings, toJsonReport, toTextReport } from './check-report.ts';
import { toSarifReport } from './check-sarif.ts';
import { type CliContext, refusal } from './cli-context.ts';
import { findPaths, type FoundPaths } from './find-workspace.ts';
import { fixFiles } from './fix-files.ts';
import { type CliWorkspace, openWorkspace } from './open-workspace.ts';
import { baselinePath, countGoneIn, newBaseline, writeBaseline } from './write-baseline.ts';

interface CheckOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly fix?: boolean;
  readonly baseline?: boolean;
  readonly maxWarnings?: string;
  readonly prose?: boolean;
}

const formats = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

/** What the command works with beside its arguments. */
interface CheckTools {
  readonly context: CliContext;
  readonly saver: Pick<Saver, 'save'>;
  readonly version: string;
}

/** A checked guide, with what was found before anything was accepted. */
interface CheckedText extends FileFindings {
  readonly found: readonly Diagnostic[];
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
): Promise<readonly CheckedText[]> {
  const checked: CheckedText[] = [];
  for (const path of paths) {
    const bytes = await files.read(path);
    if (!bytes) throw refusal(context, 'unreadable', { path });
    const { diagnostics, found } = engine.checkBytes(path, bytes);
    checked.push({ path, text: decoder.decode(bytes), diagnostics, found });
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

function readFormat({ json, format }: CheckOptions, context: CliContext): Format {
  const asked = json === true ? 'json' : (format ?? 'text');
  const found = formats.find((one) => one === asked);
  if (found === undefined) throw refusal(context, 'badCheckFormat', { value: asked });
  return found;
}

function toReport(
  format: Format,
  files: readonly FileFindings[],
  fileCount: number,
  { context: { locale }, version }: CheckTools,
): string {
  switch (format) {
    case 'text':
      return toTextReport(files, fileCount, locale);
    case 'json':
      return toJsonReport(files, fileCount, locale);
    case 'sarif':
      return toSarifReport(files, locale, version);
    case 'github':
      return toGithubReport(files, locale);
  }
}

/** Writes today's findings as the baseline, and says how many they are. */
async function saveBaseline(
  root: string,
  checked: readonly CheckedText[],
  { engine, files }: CliWorkspace,
  { context, saver }: CheckTools,
): Promise<void> {
  const { baseline, accepted } = engine.settings();
  const allow = withoutAccepted(accepted);
  const found = checked.map((one) => ({ path: one.path, found: allow(one.found, one.path) }));
  const next = newBaseline(baseline, found, (path) => engine.store.has(path));
  const before = await files.read(baselinePath);
  if (!(await writeBaseline(root, next, before, saver))) {
    throw refusal(context, 'baselineRefused', { path: baselinePath });
  }
  const count = found.reduce((sum, one) => sum + one.found.length, 0);
  const values = { count, path: baselinePath };
  context.err(translate(cliMessages, context.locale, 'baselineWritten', values));
}

async function check(
  args: readonly string[],
  options: CheckOptions,
  tools: CheckTools,
): Promise<void> {
  const { context, saver } = tools;
  const { locale } = context;
  const format = readFormat(options, context);
  const { maxWarnings = 'any' } = options;
  if (maxWarnings !== 'any' && !/^\d{1,9}$/.test(maxWarnings)) throw refusal(context, 'badCount');

  const found = await findPaths(args.length === 0 ? ['.'] : args, context);
  for (const { path, isFolder } of found.paths) {
    const isMarkdown = /\.(?:md|markdown)$/i.test(path);
    if (!isFolder && !isMarkdown) throw refusal(context, 'notMarkdown', { path });
  }
  if (options.prose === true) context.err(translate(cliMessages, locale, 'noProse'));
  let workspace = await openWorkspace(found.root, context);
  let refused = 0;
  if (options.fix === true) {
    const paths = selectPaths(found, workspace);
    const fixed = await fixFiles(found.root, paths, workspace, saver, context);
    refused = fixed.refused;
    context.err(translate(cliMessages, locale, 'fixedFiles', { count: fixed.changed }));
    // What was fixed in one guide may be what another refers to.
    if (fixed.changed > 0) workspace = await openWorkspace(found.root, context);
  }
  let checked = await checkPaths(selectPaths(found, workspace), workspace, context);
  if (options.baseline === true) {
    await saveBaseline(found.root, checked, workspace, tools);
    workspace = await openWorkspace(found.root, context);
    checked = await checkPaths(selectPaths(found, workspace), workspace, context);
  }
  const gone = countGoneIn(workspace.engine.settings().baseline, checked);
  if (gone > 0) context.err(translate(cliMessages, locale, 'baselineGone', { count: gone }));

  const files = [...(await checkSettings(workspace)), ...checked];
  context.out(toReport(format, files, checked.length, tools));
  const counts = countBySeverity(files.flatMap(({ diagnostics }) => diagnostics));
  const tooMany = maxWarnings !== 'any' && counts.warning > Number(maxWarnings);
  context.exit(counts.error > 0 || tooMany || refused > 0 ? 1 : 0);
}

/** Adds `check` to the program; files are changed by `saver`, and only where `--fix` or `--baseline` ask for it. */
export function registerCheckCommand(
  program: Command,
  context: CliContext,
  saver: Pick<Saver, 'save'>,
): void {
  const text = (key: keyof typeof cliMessages.ja): string =>
    translate(cliMessages, context.locale, key);
  const tools: CheckTools = { context, saver, version: program.version() ?? '' };
  program
    .command('check')
    .description(text('check'))
    .argument('[paths...]', text('checkPaths'))
    .option('--format <format>', text('checkFormat'))
    .option('--json', text('json'))
    .option('--fix', text('fix'))
    .option('--baseline', text('baseline'))
    .option('--max-warnings <n>', text('maxWarnings'))
    .option('--prose', text('prose'))
    .action((paths: string[], options: CheckOptions) => check(paths, options, tools));
}
