import { readFileSync } from 'node:fs';
import { type CliContext, localeOption, refusal, systemLocale } from './cli-context.ts';
import { runProgram } from './program.ts';

/** The version of the package that this file was installed with; `?` where it was taken out of its package. */
function readVersion(): string {
  try {
    const file = new URL('../../package.json', import.meta.url);
    const data = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown };
    return String(data.version);
  } catch {
    return '?';
  }
}

const args = process.argv.slice(2);
const chosen = localeOption(args);
const system = systemLocale(process.env, Intl.DateTimeFormat().resolvedOptions().locale);

const context: CliContext = {
  locale: chosen === undefined || chosen === 'bad' ? system : chosen,
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  // Not process.exit: a report in a pipe would be cut off.
  exit: (code) => void (process.exitCode = code),
};

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
});

if (chosen === 'bad') {
  context.err(refusal(context, 'badLang').message);
  context.exit(2);
} else {
  await runProgram(readVersion(), args, context);
}
