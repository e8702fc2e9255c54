import { fail, type Handlers, succeed } from '../ipc/handlers.ts';

/** Keeps the checking process in step with the texts that the window shows, and asks it about them. */
export function createDocumentService(): Handlers<
  | 'document.open'
  | 'document.change'
  | 'document.close'
  | 'findings.all'
  | 'guide.references'
  | 'guide.headings'
> {
  return {
    async 'document.open'({ path, text, version }, { session }) {
      await session?.process.openDocument(path, text, version);
      return succeed(null);
    },
    async 'document.change'(change, { session }) {
      try {
        await session?.process.changeDocument(change);
        return succeed(null);
      } catch (error) {
        if (error instanceof RangeError) return fail('bad-request', 'document.change: changes');
        throw error;
      }
    },
    async 'document.close'({ path }, { session }) {
      session?.disk.forget(path);
      await session?.process.closeDocument(path);
      return succeed(null);
    },
    async 'findings.all'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'findings.all');
      return succeed(await session.process.allFindings());
    },
    async 'guide.references'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.references');
      return succeed(await session.process.guideReferences(path));
    },
    async 'guide.headings'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.headings');
      return succeed(await session.process.guideHeadings(path));
    },
  };
}
