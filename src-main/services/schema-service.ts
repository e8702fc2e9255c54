import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result, Values } from '#core/ipc/contract';
import { toFailure } from '../files/disk-failure.ts';
import { encodeGuide } from '../files/guide-files.ts';
import { type Saver, sweepTemporaries } from '../files/saver.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { contain } from '../security/contain.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** The only files that field definitions are written to. */
const schemaFile = /^\.shirube\/schema\/[^/]+\.json$/;

async function save(
  { text, baseHash }: CheckedParams<'schema.save'>,
  { root, process }: WorkspaceSession,
  saver: Saver,
): Promise<Result<Values['schema.save']>> {
  const place = await process.schemaPlace(text);
  if (!place.ok) return place;
  const { path } = place.value;
  const bytes = encodeGuide(text, false);
  if (bytes === undefined) return fail('half-character', path);
  // The process reads content; what it says is not followed anywhere else.
  if (!schemaFile.test(path)) return fail('outside-workspace', path);
  const contained = await contain(root, path, 'write');
  if (!contained.ok) return fail('outside-workspace', contained.reason);
  try {
    await mkdir(dirname(contained.path), { recursive: true });
    await sweepTemporaries(dirname(contained.path));
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
  const outcome = await saver.save({ path: contained.path, bytes, expected: baseHash });
  if (!outcome.ok) {
    // Definitions that were made meanwhile are a change like any other.
    const { code, detail } = outcome.failure;
    return code === 'already-exists' ? fail('changed-on-disk', detail) : outcome;
  }
  // The watch would tell it too, but later and not everywhere.
  process.filesChanged([path]).catch(() => undefined);
  return succeed({ path });
}

/** Proposes, tries and saves the field definitions of a folder; reading is left to its process. */
export function createSchemaService({
  saver,
}: {
  readonly saver: Saver;
}): Handlers<'vocabulary.uses' | 'schema.infer' | 'schema.try' | 'schema.save' | 'schema.cancel'> {
  return {
    async 'vocabulary.uses'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'vocabulary.uses');
      return succeed(await session.process.vocabularyUses());
    },
    async 'schema.infer'(_, { session }) {
      return session ? session.process.inferSchema() : fail('no-workspace', 'schema.infer');
    },
    async 'schema.try'({ text }, { session }) {
      return session ? session.process.trySchema(text) : fail('no-workspace', 'schema.try');
    },
    async 'schema.save'(params, { session }) {
      return session ? save(params, session, saver) : fail('no-workspace', 'schema.save');
    },
    async 'schema.cancel'(_, { session }) {
      await session?.process.cancelSchema();
      return succeed(null);
    },
  };
}
