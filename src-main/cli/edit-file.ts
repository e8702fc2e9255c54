import {
  type DetailsEdit,
  type DetailsEditOptions,
  editDetails,
} from '#core/document/edit-details';
import { applyEdits } from '#core/document/text-edit';
import { documentMessages } from '#core/messages/document';
import { failureWords } from '#core/messages/failure-words';
import { type Localized, localize } from '#core/messages/messages';
import { setCliMessages } from '#core/messages/set-cli';
import { decodeGuide } from '../files/decode-guide.ts';
import { toFailure } from '../files/disk-failure.ts';
import { editableBytes, encodeGuide } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import { openContained } from '../files/read-contained.ts';
import type { Saver } from '../files/saver.ts';
import { placeForGuide } from '../security/guide-place.ts';

/** What became of one file; a refused one is as it was. */
export type FileEdit =
  | { readonly status: 'changed' | 'unchanged' }
  | { readonly status: 'refused'; readonly reason: Localized };

const refuse = (reason: Localized): FileEdit => ({ status: 'refused', reason });

/** What a change makes of the text of a file, or why it makes nothing of it. */
export type TextChange =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Localized };

/**
 * Changes the text of the file at `path` below `root` (real, absolute): as it is on disk, line ends included and
 * the byte order mark aside, and only if the file is still the one that was read.
 */
export async function rewriteFile(
  root: string,
  path: string,
  change: (text: string, bom: boolean) => TextChange,
  saver: Pick<Saver, 'save'>,
): Promise<FileEdit> {
  const place = await placeForGuide(root, path);
  if (!place.ok) return refuse(localize(setCliMessages, 'place'));
  const opened = await openContained(root, path);
  if (!opened.ok) return refuse(failureWords(opened.code).what);
  let bytes: Uint8Array;
  try {
    const { size } = await opened.file.stat();
    if (size > editableBytes) return refuse(failureWords('too-large').what);
    bytes = await opened.file.readFile();
  } catch (error) {
    return refuse(failureWords(toFailure(error).code).what);
  } finally {
    await opened.file.close();
  }

  const { text, bom, guess } = decodeGuide(bytes);
  if (guess !== undefined) return refuse(localize(setCliMessages, 'notUtf8'));
  const result = change(text, bom);
  if (!result.ok) return refuse(result.reason);
  // Not even the time of the file changes where its text does not.
  if (result.text === text) return { status: 'unchanged' };
  const encoded = encodeGuide(result.text, bom);
  if (encoded === undefined) return refuse(localize(documentMessages, 'editValue'));
  const outcome = await saver.save({ path: place.path, bytes: encoded, expected: hashOf(bytes) });
  return outcome.ok ? { status: 'changed' } : refuse(failureWords(outcome.failure.code).what);
}

/** Makes one edit of the guide details in the file at `path` below `root` (real, absolute). */
export async function editFile(
  root: string,
  path: string,
  edit: DetailsEdit,
  { saver, ...options }: DetailsEditOptions & { readonly saver: Pick<Saver, 'save'> },
): Promise<FileEdit> {
  const change = (text: string): TextChange => {
    const result = editDetails(text, edit, options);
    return result.ok ? { ok: true, text: applyEdits(text, result.edits) } : result;
  };
  return rewriteFile(root, path, change, saver);
}
