import { setTimeout as delay } from 'node:timers/promises';

/** Error codes that pass by themselves, and how long to wait before each further try, in milliseconds. */
export interface RetryPlan {
  readonly codes: readonly string[];
  readonly delaysMs: readonly number[];
}

/** Antivirus and search indexers hold a file for a moment (F12). */
export const whileHeld: RetryPlan = {
  codes: ['EBUSY', 'EPERM', 'EACCES', 'EINTR'],
  delaysMs: [10, 20, 40, 80, 160],
};

/**
 * Too many open files: others close theirs soon; gives up within five seconds (F10). A call that a signal
 * interrupts is only made again.
 */
export const whileTooManyOpen: RetryPlan = {
  codes: ['EMFILE', 'ENFILE', 'EINTR'],
  delaysMs: [50, 100, 200, 400, 800, 1600, 1800],
};

/** Runs `attempt` again after each delay of the plan while it fails with one of its codes. */
export async function retry<Value>(plan: RetryPlan, attempt: () => Promise<Value>): Promise<Value> {
  for (const delayMs of plan.delaysMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!plan.codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await delay(delayMs);
    }
  }
  return attempt();
}
