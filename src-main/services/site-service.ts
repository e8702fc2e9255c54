import { fail, type Handlers, succeed } from '../ipc/handlers.ts';

/** Gives the window what it makes pages of; the style sheets come by their own addresses. */
export function createSiteService(): Handlers<'site.template'> {
  return {
    async 'site.template'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'site.template');
      return succeed((await session.process.siteTemplate()) ?? null);
    },
  };
}
