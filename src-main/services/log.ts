/** Facts of a log line: ids, codes and sizes, never texts, titles or tokens. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where main writes down what happened. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  /** Something was thrown; its message is left out. */
  failure(event: string, error: unknown, facts?: LogFacts): void;
}

/** A log over a function that writes one line; line breaks and escape codes in names become visible. */
export function createLog(write: (level: 'info' | 'error', line: string) => void): Log {
  const line = (event: string, facts: LogFacts): string =>
    [event, ...Object.entries(facts).map(([name, fact]) => `${name}=${String(fact)}`)]
      .join(' ')
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
  return {
    info: (event, facts = {}) => write('info', line(event, facts)),
    error: (event, facts = {}) => write('error', line(event, facts)),
    failure: (event, error, facts = {}) =>
      write('error', line(event, { ...facts, ...describeError(error) })),
  };
}

/** Name, code and place of an error. Its message is left out: parsers put the text they read into it. */
export function describeError(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  const at = frames.slice(0, 4).map((frame) => frame.trim().replace(/^at /, ''));
  return { name: error.name, code, at: at.join(' < ') };
}
