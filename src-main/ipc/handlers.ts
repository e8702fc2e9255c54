import type { z } from 'zod';
import type { Failure, FailureCode, paramsSchemas, Result, Values } from '#core/ipc/contract';
import type { Method } from '#core/ipc/methods';
import type { AppWindow } from '../windows/app-window.ts';

/** Parameters of a request after they were checked. */
export type CheckedParams<M extends Method> = z.output<(typeof paramsSchemas)[M]>;

/** What answers each request of a service; `caller` is the window that asks. */
export type Handlers<M extends Method = Method> = {
  readonly [K in M]: (params: CheckedParams<K>, caller: AppWindow) => Promise<Result<Values[K]>>;
};

/** A request that succeeded. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A request that did not; `detail` never holds a text or a token. */
export function fail(
  code: FailureCode,
  detail: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, detail } };
}
