import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import type { Journal } from './journal.ts';

/** Keeps journal and checking process in step with the texts that the window shows, and asks about them. */
export function createDocumentService(
  journal: Journal,
  now: () => number,
): Handlers<
  | 'document.open'
  | 'document.change'
  | 'document.close'
  | 'recovery.unsaved'
  | 'recovery.take'
  | 'findings.all'
  | 'guide.references'
  | 'guide.headings'
> {
  return {
    async 'document.open'({ path, text, version, base, resumes = false }, { session }) {
      if (session && base)
        journal.open(session, path, { base: { ...base, text }, version, resumes });
      await session?.process.openDocument(path, text, version);
      return succeed(null);
    },
    async 'document.change'({ path, version, changes, ...kept }, { session }) {
      if (session) {
        const { at = now() } = kept;
        journal.change(session, path, version, { ...kept, at, edits: changes });
      }
      try {
        await session?.process.changeDocument({ path, version, changes });
        return succeed(null);
      } catch (error) {
        if (error instanceof RangeError) return fail('bad-request', 'document.change: changes');
        throw error;
      }
    },
    async 'document.close'({ path, discard = false }, { session }) {
      if (session) journal.close(session, path, discard);
      session?.disk.forget(path);
      await session?.process.closeDocument(path);
      return succeed(null);
    },
    async 'recovery.unsaved'(_, { session }) {
      return succeed(session === undefined ? [] : await journal.unsaved(session));
    },
    async 'recovery.take'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'recovery.take');
      return succeed((await journal.take(session, path)) ?? null);
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
