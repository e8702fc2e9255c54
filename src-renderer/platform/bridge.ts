import type { Failure, Params, Result, Values } from '#core/ipc/contract';
import type { Bridge } from '#core/ipc/bridge';
import type { EventValues } from '#core/ipc/event-values';
import type { EventName, Method } from '#core/ipc/methods';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of the page. */
    readonly app: Bridge;
  }
}

/** Asks the main process; failures come back as values with a code. */
export function request<M extends Method>(
  method: M,
  ...params: undefined extends Params<M> ? [] : [Params<M>]
): Promise<Result<Values[M]>> {
  return window.app.request(method, params[0] as Params<M>);
}

/** A failure where a request was expected to succeed; carries its code for words and a next step. */
class RequestError extends Error {
  readonly failure: Failure;

  constructor(method: Method, failure: Failure) {
    super(`${method}: ${failure.code} (${failure.detail})`);
    this.name = 'RequestError';
    this.failure = failure;
  }
}

/** Like `request`, for requests whose failure would be a bug: throws a RequestError. */
export async function demand<M extends Method>(
  method: M,
  ...params: undefined extends Params<M> ? [] : [Params<M>]
): Promise<Values[M]> {
  const result = await request(method, ...params);
  if (!result.ok) throw new RequestError(method, result.failure);
  return result.value;
}

/** Listens to an event of the main process; the function returned stops it. */
export function onEvent<E extends EventName>(
  event: E,
  listener: (value: EventValues[E]) => void,
): () => void {
  return window.app.on(event, listener);
}

/** Path on disk of a dropped file or folder. */
export function pathOfDropped(file: File): string {
  return window.app.pathOf(file);
}
