import { posix } from 'node:path';
import { encodingName, originalName } from '#core/document/kept-original';
import type { Result, Values } from '#core/ipc/contract';
import { decodeGuide, isLossless } from '../files/decode-guide.ts';
import { toFailure } from '../files/disk-failure.ts';
import { editableBytes, encodeGuide } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import { openContained } from '../files/read-contained.ts';
import type { Saver } from '../files/saver.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { contain } from '../security/contain.ts';
import { placeForGuide } from '../security/guide-place.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** So many originals of one guide are kept; a folder that has them all is looked at by a person. */
const mostOriginals = 100;

/** Rewrites guides of another encoding as UTF-8, never before their original bytes are kept beside them. */
export function createGuideConvertService({
  saver,
}: {
  readonly saver: Pick<Saver, 'save'>;
}): Handlers<'guide.convert'> {
  async function readBytes(root: string, path: string): Promise<Result<Uint8Array>> {
    const opened = await openContained(root, path);
    if (!opened.ok) return fail(opened.code, opened.detail);
    try {
      const { size } = await opened.file.stat();
      if (size > editableBytes) return fail('too-large', `${size} bytes`);
      return succeed(await opened.file.readFile());
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    } finally {
      await opened.file.close();
    }
  }

  /** Writes the bytes under a free name beside the guide, synced to the disk; gives the path it has now. */
  async function keepOriginal(
    root: string,
    path: string,
    bytes: Uint8Array,
    encoding: string,
  ): Promise<Result<string>> {
    for (let number = 1; number <= mostOriginals; number += 1) {
      const name = originalName(posix.basename(path), encoding, number);
      const kept = posix.join(posix.dirname(path), name);
      const place = await contain(root, kept, 'read');
      // A link that leads out has the name too.
      if (!place.ok && place.reason === 'symlink') continue;
      if (!place.ok) return fail('outside-workspace', place.reason);
      const outcome = await saver.save({ path: place.path, bytes, expected: null });
      if (outcome.ok) return succeed(kept);
      const { code, detail } = outcome.failure;
      if (code !== 'already-exists' && detail !== 'not a file') return outcome;
    }
    return fail('already-exists', `${mostOriginals} originals`);
  }

  async function convert(
    { path, baseHash }: CheckedParams<'guide.convert'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.convert']>> {
    const { root } = session;
    const place = await placeForGuide(root, path);
    if (!place.ok) return fail('outside-workspace', place.reason);
    const read = await readBytes(root, path);
    if (!read.ok) return read;
    const bytes = read.value;
    if (hashOf(bytes) !== baseHash) return fail('changed-on-disk', 'other bytes');
    const decoded = decodeGuide(bytes);
    const { guess, text } = decoded;
    if (guess === undefined) return fail('bad-request', 'it is UTF-8 already');
    if (encodingName(guess) === undefined) return fail('not-utf8', guess);
    const encoded = encodeGuide(text, false);
    if (encoded === undefined) return fail('half-character', guess);
    if (!isLossless(decoded, bytes)) return fail('not-utf8', `${guess} with losses`);

    const kept = await keepOriginal(root, path, bytes, guess);
    if (!kept.ok) return kept;
    const saved = session.disk.saving(path);
    try {
      const outcome = await saver.save({ path: place.path, bytes: encoded, expected: baseHash });
      if (!outcome.ok) return outcome;
      session.disk.know(path, outcome.hash);
    } finally {
      saved();
    }
    // The watch would tell it too, but later and not everywhere.
    session.process.filesChanged([path]).catch(() => undefined);
    return succeed({ original: kept.value });
  }

  return {
    async 'guide.convert'(params, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.convert');
      return convert(params, session);
    },
  };
}
