import { cliMessages } from '#core/messages/cli';
import { type Locale, type MessageValues, translate } from '#core/messages/messages';

/** How a command ended: all well, findings or refusals, or it could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the process that runs it. */
export interface CliContext {
  readonly locale: Locale;
  /** Absolute path of the folder that relative arguments start from. */
  readonly cwd: string;
  /** Writes to standard output: the report, and nothing else. */
  out(text: string): void;
  /** Writes one line to standard error: everything that is not the report. */
  err(line: string): void;
  /** Sets how the command ended; 0 unless set. */
  exit(code: ExitCode): void;
}

/** A reason to end with exit code 2, in words for the person at the terminal. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal';
}

/** Makes a refusal out of a message of the command line. */
export function refusal(
  { locale }: Pick<CliContext, 'locale'>,
  key: keyof typeof cliMessages.ja,
  values: MessageValues = {},
): CliRefusal {
  return new CliRefusal(translate(cliMessages, locale, key, values));
}

/** The language of the system by the environment that terminals set; Japanese where it says so, else English. */
export function systemLocale(
  environment: Readonly<Record<string, string | undefined>>,
  fallback: string,
): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = LC_ALL || LC_MESSAGES || LANG;
  return (named === undefined || named === '' ? fallback : named).startsWith('ja') ? 'ja' : 'en';
}

/** The language that `--lang` asks for, wherever it stands; `undefined` where it is not there, `bad` for no language. */
export function localeOption(args: readonly string[]): Locale | 'bad' | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === '--') return undefined;
    const value =
      arg === '--lang'
        ? (args[index + 1] ?? '')
        : arg.startsWith('--lang=')
          ? arg.slice(7)
          : undefined;
    if (value !== undefined) return value === 'ja' || value === 'en' ? value : 'bad';
  }
  return undefined;
}
