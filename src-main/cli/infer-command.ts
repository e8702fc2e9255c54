import type { Command } from 'commander';
import { inferMessages } from '#core/messages/infer';
import { type MessageValues, translate } from '#core/messages/messages';
import { createNodeWorkspaceFiles } from '../files/node-workspace-files.ts';
import { proposeSchema } from '../services/propose-schema.ts';
import { readSettings } from '../services/workspace-engine-config.ts';
import { type CliContext, CliRefusal } from './cli-context.ts';
import { toVisible } from './check-report.ts';
import { findPaths } from './find-workspace.ts';
import { toInferText } from './infer-report.ts';

interface InferOptions {
  readonly format?: string;
  readonly json?: boolean;
}

type Key = keyof typeof inferMessages.ja;

async function infer(folder: string, options: InferOptions, context: CliContext): Promise<void> {
  const refuse = (key: Key, values: MessageValues): CliRefusal =>
    new CliRefusal(translate(inferMessages, context.locale, key, values));
  const format = options.json === true ? 'json' : (options.format ?? 'text');
  if (!['text', 'json', 'schema'].includes(format)) throw refuse('badFormat', { value: format });
  const { root, paths } = await findPaths([folder], context);
  if (paths[0]?.isFolder !== true) throw refuse('notFolder', { path: folder });

  const files = createNodeWorkspaceFiles(root);
  const settings = await readSettings(files);
  const proposal = await proposeSchema(await files.list(settings.config.guides), settings, {
    files,
    openText: () => undefined,
    pause: () => Promise.resolve(),
    isStopped: () => false,
    progress: () => undefined,
    now: () => 0,
  });
  if (!proposal) throw new Error('nothing stops a proposal on the command line');
  if (format === 'text') {
    context.out(toInferText(proposal, context.locale));
    return;
  }
  for (const path of proposal.skipped) {
    context.err(translate(inferMessages, context.locale, 'skipped', { path: toVisible(path) }));
  }
  if (format === 'schema') context.out(proposal.text);
  else context.out(`${JSON.stringify({ version: 1, ...proposal }, null, 2)}\n`);
}

/** Adds `infer` to the program. */
export function registerInferCommand(program: Command, context: CliContext): void {
  const text = (key: Key): string => translate(inferMessages, context.locale, key);
  program
    .command('infer')
    .description(text('about'))
    .argument('[workspace]', text('folder'))
    .option('--format <format>', text('format'))
    .option('--json', text('json'))
    .action((folder: string | undefined, options: InferOptions) =>
      infer(folder ?? '.', options, context),
    );
}
