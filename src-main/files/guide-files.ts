import { constants } from 'node:fs';
import { access, type FileHandle } from 'node:fs/promises';
import type { OpenedGuide, Result } from '#core/ipc/contract';
import { halfCharacterAt } from '#core/text/half-character';
import { decodeGuide } from './decode-guide.ts';
import { toFailure } from './disk-failure.ts';
import { hashOf } from './hash.ts';
import { openContained } from './read-contained.ts';

/** Bytes up to which a file is opened for editing. */
export const editableBytes = 20 * 1024 * 1024;
/** Bytes shown of a file that is larger. */
const shownBytes = 256 * 1024;

/** Reads a guide as it is on disk: strictly UTF-8, or read-only with the reason and a guess to look at. */
export async function readGuide(root: string, path: string): Promise<Result<OpenedGuide>> {
  const opened = await openContained(root, path);
  if (!opened.ok) return { ok: false, failure: { code: opened.code, detail: opened.detail } };
  try {
    const { size } = await opened.file.stat();
    if (size > editableBytes) {
      const { text, bom } = decodeGuide(await readStart(opened.file, shownBytes));
      // Nothing of this size is saved back, so what stands for its bytes only has to change with them.
      const hash = hashOf(await stampOf(opened.file));
      return { ok: true, value: { path, text, bom, hash, readOnly: 'too-large' } };
    }
    const bytes = await opened.file.readFile();
    const { text, bom, guess } = decodeGuide(bytes);
    const guide = { path, text, bom, hash: hashOf(bytes) };
    if (guess !== undefined) {
      return { ok: true, value: { ...guide, readOnly: 'not-utf8', encoding: guess } };
    }
    const writable = await access(opened.path, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { ok: true, value: writable ? guide : { ...guide, readOnly: 'not-writable' } };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  } finally {
    await opened.file.close();
  }
}

/** Hash of a guide's bytes on disk as `readGuide` gives it; `null` where it is gone or unreadable. */
export async function readHash(root: string, path: string): Promise<string | null> {
  const opened = await openContained(root, path);
  if (!opened.ok) return null;
  try {
    const { size } = await opened.file.stat();
    return hashOf(size > editableBytes ? await stampOf(opened.file) : await opened.file.readFile());
  } catch {
    return null;
  } finally {
    await opened.file.close();
  }
}

/** The bytes of a guide on disk; `undefined` where it is gone, unreadable or too large to be edited. */
export async function readBytes(root: string, path: string): Promise<Uint8Array | undefined> {
  const opened = await openContained(root, path);
  if (!opened.ok) return undefined;
  try {
    const { size } = await opened.file.stat();
    return size > editableBytes ? undefined : await opened.file.readFile();
  } catch {
    return undefined;
  } finally {
    await opened.file.close();
  }
}

/** The bytes of a text for disk; `undefined` where half a character stands alone, which UTF-8 cannot hold. */
export function encodeGuide(text: string, bom: boolean): Uint8Array | undefined {
  if (halfCharacterAt(text) !== undefined) return undefined;
  return Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
}

async function stampOf(file: FileHandle): Promise<string> {
  const { size, ino, mtimeMs } = await file.stat();
  return `${size} ${ino} ${mtimeMs}`;
}

async function readStart(file: FileHandle, limit: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(limit);
  const { bytesRead } = await file.read(buffer, 0, limit, 0);
  // Cut at a line end, so that no character is cut in two.
  const end = buffer.lastIndexOf(0x0a, bytesRead - 1);
  return buffer.subarray(0, end > 0 ? end + 1 : bytesRead);
}
