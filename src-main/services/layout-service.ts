import { type Handlers, succeed } from '../ipc/handlers.ts';
import type { Stores } from './stores.ts';

/** Panes, tabs and places of each folder's window; without an open folder there is nothing to remember. */
export function createLayoutService(
  stores: Pick<Stores, 'layout'>,
): Handlers<'layout.get' | 'layout.set'> {
  return {
    async 'layout.get'(_, { session }) {
      return succeed(session === undefined ? {} : await stores.layout(session.id).read());
    },
    async 'layout.set'(layout, { session }) {
      if (session !== undefined) await stores.layout(session.id).update(() => layout);
      return succeed(null);
    },
  };
}
