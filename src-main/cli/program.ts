import { Command, CommanderError } from 'commander';
import { cliMessages } from '#core/messages/cli';
import { translate } from '#core/messages/messages';
import { createSaver } from '../files/saver.ts';
import { dataFolder } from '../services/export-data-folder.ts';
import { exportSourceOf } from '../services/export-source.ts';
import { registerCheckCommand } from './check-command.ts';
import { type CliContext, CliRefusal, refusal } from './cli-context.ts';
import { registerExportCommands } from './export-command.ts';
import { findPaths } from './find-workspace.ts';
import { registerInferCommand } from './infer-command.ts';
import { openWorkspace } from './open-workspace.ts';
import { registerRenderCommand } from './render-command.ts';
import { registerSetCommands } from './set-command.ts';

type MessageKey = keyof typeof cliMessages.ja;

const titles: Readonly<Record<string, MessageKey>> = {
  'Usage:': 'usageTitle',
  'Options:': 'optionsTitle',
  'Global Options:': 'optionsTitle',
  'Arguments:': 'argumentsTitle',
  'Commands:': 'commandsTitle',
};

const refusals: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'missingValue',
  'commander.excessArguments': 'tooManyArguments',
};

/** Builds the program with every command; nothing in it writes or exits but through the context. */
function createProgram(version: string, context: CliContext): Command {
  const text = (key: MessageKey): string => translate(cliMessages, context.locale, key);
  const program = new Command('shirube')
    .description(text('about'))
    .version(version, '-V, --version', text('version'))
    .option('--lang <lang>', text('lang'))
    .helpOption('-h, --help', text('help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (shown) => context.out(shown),
      // What commander says of bad arguments is English; runProgram says it in the chosen language.
      writeErr: () => undefined,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => {
        const key = titles[title];
        return key === undefined ? title : text(key);
      },
    })
    .addHelpText('after', () => `\n${text('exitCodes')}`);
  const saver = createSaver();
  registerCheckCommand(program, context, saver);
  registerSetCommands(program, context, saver);
  registerRenderCommand(program, context);
  registerInferCommand(program, context);
  registerExportCommands(program, {
    locale: () => context.locale,
    report: (shown) => context.out(shown),
    say: (line) => context.err(line),
    exit: (code) => context.exit(code),
    async openSource(path) {
      const { root } = await findPaths([path], context);
      const { engine, files } = await openWorkspace(root, context);
      return exportSourceOf(root, engine, files);
    },
    saver,
    dataFolder: dataFolder(),
    now: Date.now,
  });
  for (const command of program.commands) command.helpOption('-h, --help', text('help'));
  return program;
}

/** Runs the program on the arguments after its name; ends with a sentence and exit code 2 where it cannot. */
export async function runProgram(
  version: string,
  args: readonly string[],
  context: CliContext,
): Promise<void> {
  try {
    const program = createProgram(version, context);
    if (args.length === 0) {
      program.outputHelp();
      context.exit(2);
      return;
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    context.exit(2);
    if (error instanceof CliRefusal) context.err(error.message);
    else if (error instanceof CommanderError) {
      const value = /'([^']*)'/.exec(error.message)?.[1] ?? error.message;
      const key = refusals[error.code] ?? 'badArguments';
      context.err(refusal(context, key, { value }).message);
      context.err(refusal(context, 'seeHelp').message);
    } else {
      const detail = error instanceof Error ? error.name : typeof error;
      context.err(refusal(context, 'failed', { detail }).message);
    }
  }
}
