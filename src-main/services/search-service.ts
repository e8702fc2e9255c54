import { fail, type Handlers, succeed } from '../ipc/handlers.ts';

/** Searches the folder of a window; its process does the work and tells what it finds. */
export function createSearchService(): Handlers<'search.start' | 'search.cancel'> {
  return {
    async 'search.start'(search, { session }) {
      if (session === undefined) return fail('no-workspace', 'search.start');
      await session.process.startSearch(search);
      return succeed(null);
    },
    async 'search.cancel'(_, { session }) {
      await session?.process.cancelSearch();
      return succeed(null);
    },
  };
}
