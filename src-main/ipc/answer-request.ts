import { paramsSchemas, type Result } from '#core/ipc/contract';
import { type Method, methods } from '#core/ipc/methods';
import type { Log } from '../services/log.ts';
import type { AppWindow } from '../windows/app-window.ts';
import { fail, type Handlers } from './handlers.ts';
import { isWithinLimits } from './value-size.ts';

/** Requests of one window that may be under way at once; more is a page gone mad. */
const openRequests = 500;

/** Answers one request: bounds, schema, handler; whatever is thrown becomes `internal`. Never rejects. */
export type Answer = (
  caller: AppWindow,
  method: unknown,
  params: unknown,
) => Promise<Result<unknown>>;

/** Joins the schemas of the contract with the handlers of the services. */
export function createAnswer(handlers: Handlers, log: Log): Answer {
  const underWay = new Map<number, number>();

  async function answer(caller: AppWindow, method: Method, params: unknown) {
    const parsed = paramsSchemas[method].safeParse(params);
    if (!parsed.success) {
      // Zod's messages can repeat values: paths of the schema say enough.
      const where = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 3);
      return fail('bad-request', `${method}: ${where.join(', ') || 'value'}`);
    }
    // The type of each pair is held by `Handlers`; a lookup by name cannot carry it through.
    const handle = handlers[method] as (
      params: unknown,
      caller: AppWindow,
    ) => Promise<Result<unknown>>;
    return handle(parsed.data, caller);
  }

  return async (caller, method, params) => {
    const name = methods.find((known) => known === method);
    if (name === undefined) return fail('bad-request', 'unknown request');
    const open = underWay.get(caller.id) ?? 0;
    if (open >= openRequests) return fail('bad-request', `${name}: too many requests`);
    if (!isWithinLimits(params)) return fail('too-large', name);
    underWay.set(caller.id, open + 1);
    try {
      return await answer(caller, name, params);
    } catch (error) {
      log.failure('request failed', error, { method: name });
      return fail('internal', name);
    } finally {
      const left = (underWay.get(caller.id) ?? 1) - 1;
      if (left > 0) underWay.set(caller.id, left);
      else underWay.delete(caller.id);
    }
  };
}
