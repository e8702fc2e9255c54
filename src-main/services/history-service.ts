import { decodeGuide } from '../files/decode-guide.ts';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { bytesToSave } from './guide-bytes.ts';
import type { History } from './history.ts';
import type { Log } from './log.ts';

/** Shows the window what a guide once was, and keeps what it gives up. */
export function createHistoryService(
  history: History,
  log: Log,
): Handlers<'history.list' | 'history.read' | 'history.keep'> {
  return {
    async 'history.list'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'history.list');
      try {
        const versions = await history.list(session, path);
        return succeed(
          versions.map(({ id, at, kind, characters }) => ({ id, at, kind, characters })),
        );
      } catch (error) {
        log.failure('history not read', error);
        return fail('io', 'history.list');
      }
    },
    async 'history.read'({ path, id }, { session }) {
      if (session === undefined) return fail('no-workspace', 'history.read');
      try {
        const bytes = await history.read(session, path, id);
        return bytes ? succeed({ text: decodeGuide(bytes).text }) : fail('not-found', 'history');
      } catch (error) {
        log.failure('history not read', error);
        return fail('io', 'history.read');
      }
    },
    async 'history.keep'({ path, text, bom, kind }, { session }) {
      if (session === undefined) return fail('no-workspace', 'history.keep');
      const encoded = bytesToSave(text, bom);
      if (!encoded.ok) return encoded;
      await history.keep(session, path, encoded.value, kind);
      return succeed(null);
    },
  };
}
