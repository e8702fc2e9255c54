import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ExportPlan, ExportResult, PlanAction, PlanItem } from '#core/export/plan';
import { selectItems } from '#core/export/selection';
import type { Failure } from '#core/ipc/contract';
import { exportCliMessages } from '#core/messages/export-cli';
import { exportFailureText } from '#core/messages/export-failures';
import { type Locale, type MessageValues, translate } from '#core/messages/messages';
import type { Saver } from '../files/saver.ts';
import { exportsFolderOf } from '../services/export-data-folder.ts';
import { recoverExports } from '../services/export-recovery.ts';
import { createExportService } from '../services/export-service.ts';
import type { ExportSource } from '../services/export-source.ts';
import { verifyFolder } from './verify-command.ts';

/** What the export commands need of the command line around them. */
export interface ExportCommandContext {
  /** Language of reports and help. */
  readonly locale: () => Locale;
  /** Prints a part of the report, without a line end of its own. */
  readonly report: (text: string) => void;
  /** Prints a line that is no report. */
  readonly say: (line: string) => void;
  /** Sets how the process ends: 0 done, 1 blocked or refused, 2 could not run. */
  readonly exit: (code: 0 | 1 | 2) => void;
  /** Opens the workspace of a path; says by itself why not, and then gives `undefined`. */
  readonly openSource: (path: string) => Promise<ExportSource | undefined>;
  readonly saver: Pick<Saver, 'save'>;
  readonly dataFolder: string;
  readonly now: () => number;
}

interface ExportOptions {
  readonly to: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly format?: 'text' | 'json';
  readonly commit?: boolean;
}

/** Adds `export` and `verify` to the command line. */
export function registerExportCommands(program: Command, context: ExportCommandContext): void {
  const text = texts(context);
  program
    .command('export')
    .description(text('exportDescription'))
    .argument('[workspace]', '', '.')
    .requiredOption('--to <dir>', text('to'))
    .option('--dry-run', text('dryRun'))
    .option('--json', text('json'))
    .addOption(formatOption(text))
    .option('--commit', text('commit'))
    .action((workspace: string, options: ExportOptions) => runExport(workspace, options, context));
  program
    .command('verify')
    .description(text('verifyDescription'))
    .argument('<dir>', text('verifyDir'))
    .option('--json', text('json'))
    .addOption(formatOption(text))
    .action((dir: string, options: Pick<ExportOptions, 'json' | 'format'>) =>
      verifyFolder(resolve(dir), isJson(options), context),
    );
}

function formatOption(text: ReturnType<typeof texts>): Option {
  return new Option('--format <format>', text('format')).choices(['text', 'json']);
}

function isJson({ json, format }: Pick<ExportOptions, 'json' | 'format'>): boolean {
  return json === true || format === 'json';
}

/** The texts of these commands in the language in use. */
function texts({ locale }: Pick<ExportCommandContext, 'locale'>) {
  return (key: keyof typeof exportCliMessages.ja, values?: MessageValues): string =>
    translate(exportCliMessages, locale(), key, values);
}

async function runExport(
  workspace: string,
  options: ExportOptions,
  context: ExportCommandContext,
): Promise<void> {
  const { to, dryRun = false, commit = false } = options;
  if (commit) {
    context.say(texts(context)('commitLater'));
    context.exit(2);
    return;
  }
  const source = await context.openSource(workspace);
  if (!source) {
    context.exit(2);
    return;
  }
  const { saver, dataFolder, now } = context;
  if (!dryRun) await recoverExports(exportsFolderOf(dataFolder), saver);
  const service = createExportService({ source, saver, dataFolder, now });
  // An id that no target has stands for the first one.
  const planned = await service.plan('', resolve(to));
  if (!planned.ok) {
    // Without a plan nothing could run; a plan that is then refused is a refusal.
    fail(planned.failure, context, 2);
    return;
  }
  const plan = planned.value;
  const applied = dryRun ? undefined : await service.apply(plan.id, []);
  if (applied?.ok === false) {
    fail(applied.failure, context, 1);
    return;
  }
  const toReport = isJson(options) ? jsonReport : textReport;
  context.report(toReport(plan, applied?.value, context));
  const heldBack = plan.items.some(({ action }) => action === 'blocked' || action === 'conflict');
  context.exit(heldBack ? 1 : 0);
}

function fail(failure: Failure, { locale, say, exit }: ExportCommandContext, code: 1 | 2): void {
  say(exportFailureText(failure)[locale()]);
  say(`${failure.code}: ${failure.detail}`);
  exit(code);
}

const order: readonly PlanAction[] = [
  'conflict',
  'blocked',
  'added',
  'changed',
  'removed',
  'unchanged',
];
const signs: Readonly<Record<PlanAction, string>> = {
  conflict: '!',
  blocked: '×',
  added: '+',
  changed: '~',
  removed: '-',
  unchanged: ' ',
};

function jsonReport(
  plan: ExportPlan,
  result: ExportResult | undefined,
  { locale }: ExportCommandContext,
): string {
  const count = (action: PlanAction): number =>
    plan.items.filter((item) => item.action === action).length;
  const report = {
    version: 1,
    target: plan.targetRoot,
    dryRun: result === undefined,
    items: plan.items.map(({ action, kind, source, target, label, reasons, lines, bytes }) => ({
      action,
      kind,
      source,
      target,
      label,
      reasons: reasons.map((reason) => reason[locale()]),
      ...(lines && { lines }),
      bytes,
    })),
    summary: {
      ...Object.fromEntries(order.map((action) => [action, count(action)])),
      written: result?.written ?? 0,
      deleted: result?.removed ?? 0,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function textReport(
  plan: ExportPlan,
  result: ExportResult | undefined,
  context: ExportCommandContext,
): string {
  const text = texts(context);
  const lines = [text('target', { root: plan.targetRoot })];
  for (const action of order) {
    const items = plan.items.filter((item) => item.action === action);
    if (items.length === 0) continue;
    lines.push(text(action, { count: items.length }));
    if (action !== 'unchanged') lines.push(...items.map((item) => itemLine(item, context)));
  }
  const { write, remove } = selectItems(plan.items);
  if (!result) lines.push(text('dryRunDone'));
  else if (write.length + remove.length > 0) {
    lines.push(text('done', { written: result.written, removed: result.removed }));
  } else lines.push(text(result.blocked > 0 ? 'noneReady' : 'nothing'));
  return `${lines.join('\n')}\n`;
}

/** File names may hold anything: what would move the cursor or colour the terminal is shown as a code (T21). */
function printable(name: string): string {
  return name.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function itemLine(item: PlanItem, context: ExportCommandContext): string {
  const { target, action, lines, reasons } = item;
  const counts = lines ? ` (+${lines.added} -${lines.removed})` : '';
  const first = reasons[0]?.[context.locale()];
  const more =
    reasons.length > 1 ? ` ${texts(context)('more', { count: reasons.length - 1 })}` : '';
  return `  ${signs[action]} ${printable(target)}${counts}${first === undefined ? '' : `: ${printable(first)}${more}`}`;
}
