import type { Params, Result, Values } from './contract.ts';
import type { EventValues } from './event-values.ts';
import type { EventName, Method } from './methods.ts';

/** What the preload script puts on `window.app`: one function to ask, one to listen. */
export interface Bridge {
  request<M extends Method>(method: M, params: Params<M>): Promise<Result<Values[M]>>;
  /** Calls `listener` for each event; the function returned stops it. */
  on<E extends EventName>(event: E, listener: (value: EventValues[E]) => void): () => void;
  /** Path on disk of a dropped file or folder. */
  pathOf(file: unknown): string;
}
