import type { Command } from 'commander';
import type { DetailsEdit } from '#core/document/edit-details';
import { readJsonText } from '#core/document/json-value';
import { parsePointer } from '#core/document/pointer';
import { documentMessages } from '#core/messages/document';
import { type MessageValues, translate } from '#core/messages/messages';
import { setCliMessages } from '#core/messages/set-cli';
import { orderAt } from '#core/schema/field-order';
import { createNodeWorkspaceFiles } from '../files/node-workspace-files.ts';
import type { Saver } from '../files/saver.ts';
import { defaultFields, readSettings } from '../services/workspace-engine-config.ts';
import { toVisible } from './check-report.ts';
import { type CliContext, CliRefusal, refusal } from './cli-context.ts';
import { editFile, type FileEdit } from './edit-file.ts';
import { findPaths } from './find-workspace.ts';
import { selectFiles } from './select-files.ts';

interface SetOptions {
  readonly format?: string;
  readonly json?: boolean;
}

interface EditedFile {
  readonly path: string;
  readonly edit: FileEdit;
}

type MessageKey = keyof typeof setCliMessages.ja;

const examples = {
  set: `shirube set guides/nurse.md /title '"看護師"'`,
  unset: 'shirube unset guides/nurse.md /tags/0',
  windows: '"\\"看護師\\""',
};

const sayIn =
  ({ locale }: Pick<CliContext, 'locale'>) =>
  (key: MessageKey, values: MessageValues = {}): string =>
    translate(setCliMessages, locale, key, values);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The edit that the last arguments mean; refuses what no file could take, before any is looked at. */
function readEdit(
  kind: 'set' | 'unset',
  pointer: string,
  json: string,
  context: CliContext,
): DetailsEdit {
  const say = sayIn(context);
  const example = examples[kind];
  const segments = parsePointer(pointer);
  if (!segments || segments.length === 0) {
    throw new CliRefusal(say('badPointer', { pointer: toVisible(pointer), example }));
  }
  if (kind === 'unset') return { kind, pointer };
  const { windows } = examples;
  if (!isJson(json)) {
    throw new CliRefusal(say('badValue', { json: toVisible(json), example, windows }));
  }
  const value = readJsonText(json);
  if ('refused' in value) {
    const values = { name: value.name ?? '', line: value.line ?? 1 };
    throw new CliRefusal(translate(documentMessages, context.locale, value.refused, values));
  }
  return { kind: 'set-json', pointer, json };
}

function countEdits(edited: readonly EditedFile[]) {
  const count = (status: FileEdit['status']): number =>
    edited.filter(({ edit }) => edit.status === status).length;
  return {
    files: edited.length,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

function toReport(edited: readonly EditedFile[], json: boolean, context: CliContext): string {
  const { locale } = context;
  const say = sayIn(context);
  const summary = countEdits(edited);
  if (json) {
    const files = edited.map(({ path, edit }) => ({
      path,
      status: edit.status,
      ...(edit.status === 'refused' ? { reason: edit.reason[locale] } : {}),
    }));
    return `${JSON.stringify({ version: 1, files, summary }, null, 2)}\n`;
  }
  const lines = edited.map(({ path, edit }) => {
    const reason = edit.status === 'refused' ? `: ${toVisible(edit.reason[locale])}` : '';
    return `${toVisible(path)}: ${say(edit.status)}${reason}`;
  });
  return [...lines, say('summary', summary), ''].join('\n');
}

async function run(
  kind: 'set' | 'unset',
  args: readonly string[],
  options: SetOptions,
  saver: Pick<Saver, 'save'>,
  context: CliContext,
): Promise<void> {
  const format = options.json === true ? 'json' : (options.format ?? 'text');
  if (format !== 'json' && format !== 'text')
    throw refusal(context, 'badFormat', { value: format });
  const last = kind === 'set' ? 2 : 1;
  const [pointer, json = ''] = args.slice(-last);
  if (pointer === undefined || args.length <= last) {
    const key = kind === 'set' ? 'tooFew' : 'tooFewUnset';
    throw new CliRefusal(sayIn(context)(key, { example: examples[kind] }));
  }
  const edit = readEdit(kind, pointer, json, context);
  const found = await findPaths(args.slice(0, -last), context);
  const files = createNodeWorkspaceFiles(found.root);
  // Only the definitions are needed: no guide is read but those that are edited.
  const settings = await readSettings(files);
  const paths = await selectFiles(found, files, settings, context);
  const order = orderAt((settings.own ?? defaultFields).fields);

  const edited: EditedFile[] = [];
  for (const path of paths) {
    const result = await editFile(found.root, path, edit, { orderAt: order, saver });
    edited.push({ path, edit: result });
    if (result.status !== 'refused') continue;
    context.err(`${toVisible(path)}: ${toVisible(result.reason[context.locale])}`);
  }
  context.out(toReport(edited, format === 'json', context));
  context.exit(edited.some(({ edit: { status } }) => status === 'refused') ? 1 : 0);
}

/** Adds `set` and `unset` to the program; all files are written by `saver`. */
export function registerSetCommands(
  program: Command,
  context: CliContext,
  saver: Pick<Saver, 'save'>,
): void {
  const say = sayIn(context);
  for (const kind of ['set', 'unset'] as const) {
    program
      .command(kind)
      .description(say(kind))
      // One argument for all: the last ones are the place and the value.
      .argument('<args...>', say(kind === 'set' ? 'setArguments' : 'unsetArguments'))
      .usage(`[options] <file…> <pointer>${kind === 'set' ? ' <json>' : ''}`)
      .option('--format <format>', say('format'))
      .option('--json', say('json'))
      .action((args: string[], options: SetOptions) => run(kind, args, options, saver, context));
  }
}
