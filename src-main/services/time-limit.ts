import { createContext, Script } from 'node:vm';

/** Runs work and ends it where it stands once the milliseconds are over; `undefined` says that it was. */
export type RunWithin = <Value>(ms: number, work: () => Value) => Value | undefined;

/** Makes a limit for work that cannot look at a clock itself, such as one regular expression. */
export function createTimeLimit(): RunWithin {
  const holder: { work?: () => unknown } = {};
  const context = createContext(holder);
  const script = new Script('work()');
  return <Value>(ms: number, work: () => Value) => {
    holder.work = work;
    try {
      return script.runInContext(context, { timeout: ms }) as Value;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
      throw error;
    } finally {
      delete holder.work;
    }
  };
}
