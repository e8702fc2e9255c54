import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { Result } from '#core/ipc/contract';
import { foldPath } from '#core/export/target-path';
import { checkImage } from '../files/check-image.ts';
import { toFailure } from '../files/disk-failure.ts';
import { hashOf } from '../files/hash.ts';
import { openContained } from '../files/read-contained.ts';
import { type Saver, sweepTemporaries } from '../files/saver.ts';
import { fail, succeed } from '../ipc/handlers.ts';
import { contain } from '../security/contain.ts';
import { imageNameParts } from '../security/image-name.ts';

/** An image on its way into the static folder of a workspace. */
export interface NewImage {
  /** Real root of the workspace. */
  readonly root: string;
  readonly static: WorkspaceConfig['static'];
  /** As the author's file is called; only its last part is used. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Site path of the image beside which it goes; without one, or where that is no place, `img`. */
  readonly beside?: string | undefined;
  /** URL name of the guide that it is for; with it, the pattern of the configuration names the image. */
  readonly slug?: string | undefined;
}

/** Where an image lies: for the site, and below the workspace with `/`. */
export interface AddedImage {
  readonly sitePath: string;
  readonly path: string;
}

/** Folder for images that stand beside no other, below the static folder. */
const defaultFolder = 'img';
/** Names of images that are pasted or dropped into a guide, where the configuration says nothing. */
const defaultPattern = '{slug}_{n}';
/** Images of one guide and pattern; a folder with more of them is none that people keep. */
const mostNumbers = 2000;
/** Letters of the content's hash that tell two images of one name apart; more where even these are taken. */
const hashLengths = [8, 16, 64];

function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** Folder below the static folder in which the image of a site path lies; `undefined` where it is outside. */
function folderOf(sitePath: string | undefined, served: string): string | undefined {
  if (sitePath === undefined || !sitePath.startsWith(`${served}/`)) return undefined;
  const end = sitePath.lastIndexOf('/');
  return end <= served.length ? '' : sitePath.slice(served.length + 1, end);
}

/** Real path of a folder below the static folder, made where it is not there; never one that programs read orders from. */
async function placeFor(image: NewImage, folder: string): Promise<Result<string>> {
  const below = joinPath(image.static.folder, folder);
  if (below.split('/').some((name) => name.startsWith('.') || /^git~\d/i.test(name))) {
    return fail('outside-workspace', 'name');
  }
  const base =
    image.static.folder === ''
      ? ({ ok: true, path: image.root } as const)
      : await contain(image.root, image.static.folder, 'read');
  if (!base.ok) return fail('outside-workspace', base.reason);
  await mkdir(base.path, { recursive: true });
  if (folder === '') return succeed(base.path);
  const place = await contain(base.path, folder, 'write');
  if (!place.ok) return fail('outside-workspace', place.reason);
  await mkdir(place.path, { recursive: true });
  // Looked at again now that it is there: a link may have come in between.
  const made = await contain(base.path, folder, 'write');
  return made.ok ? succeed(made.path) : fail('outside-workspace', made.reason);
}

/**
 * Puts an image into the static folder, whole and synced or not at all (F52). A file of the same name
 * with the same bytes is used as it is; one with other bytes stays, and the new one gets its hash added.
 */
export async function addImage(image: NewImage, saver: Saver): Promise<Result<AddedImage>> {
  const checked = checkImage(image.bytes);
  if (!checked.ok) {
    return checked.reason === 'size'
      ? fail('too-large', `${image.bytes.byteLength} bytes`)
      : fail('bad-request', checked.reason);
  }
  const hash = hashOf(image.bytes);
  try {
    let folder = folderOf(image.beside, image.static.path) ?? defaultFolder;
    let place = await placeFor(image, folder);
    if (!place.ok && folder !== defaultFolder) {
      folder = defaultFolder;
      place = await placeFor(image, folder);
    }
    if (!place.ok) return place;
    await sweepTemporaries(place.value);

    for (const name of namesFor(
      image,
      hash,
      imageNameParts(image.name, checked.type),
      checked.type,
    )) {
      const put = await putUnder(place.value, name, image.bytes, hash, saver);
      if (!put.ok && put.failure.code === 'already-exists') continue;
      if (!put.ok) return put;
      return succeed({
        sitePath: `${image.static.path}/${joinPath(folder, put.value)}`,
        path: joinPath(image.static.folder, folder, put.value),
      });
    }
    return fail('already-exists', 'every name is taken');
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** Names to try for an image, the first free one being taken: numbers where the pattern has them, else the hash. */
function* namesFor(
  { slug, static: served }: NewImage,
  hash: string,
  given: ReturnType<typeof imageNameParts>,
  type: Parameters<typeof imageNameParts>[1],
): Generator<string> {
  const { ending } = given;
  const pattern = slug === undefined ? '{name}' : (served.imageName ?? defaultPattern);
  const fill = (n: number): string => {
    const values: Readonly<Record<string, string>> = {
      slug: slug ?? '',
      name: given.stem,
      n: String(n),
    };
    const filled = pattern.replace(/\{(slug|name|n)\}/g, (_, key: string) => values[key] ?? '');
    // Through the same rules as a name from outside: a slug is the author's text.
    return imageNameParts(`${filled.replaceAll('.', '-')}.${ending}`, type).stem;
  };
  if (pattern.includes('{n}')) {
    for (let n = 1; n <= mostNumbers; n += 1) yield `${fill(n)}.${ending}`;
  }
  const stem = pattern === '{name}' ? given.stem : fill(1);
  yield `${stem}.${ending}`;
  for (const length of hashLengths) yield `${stem}-${hash.slice(0, length)}.${ending}`;
}

/** The name under which the bytes now lie in a folder; `already-exists` where that name holds others. */
async function putUnder(
  folder: string,
  name: string,
  bytes: Uint8Array,
  hash: string,
  saver: Saver,
): Promise<Result<string>> {
  // Two names that differ in case or in how marks are written are one file on some disks (E11).
  const there = (await readdir(folder)).find((one) => foldPath(one) === foldPath(name));
  if (there === undefined) {
    const outcome = await saver.save({ path: join(folder, name), bytes, expected: null });
    return outcome.ok ? succeed(name) : outcome;
  }
  const opened = await openContained(folder, there);
  if (!opened.ok) return fail('already-exists', opened.detail);
  try {
    const { size } = await opened.file.stat();
    const isSame = size === bytes.byteLength && hashOf(await opened.file.readFile()) === hash;
    return isSame ? succeed(there) : fail('already-exists', 'other bytes');
  } finally {
    await opened.file.close();
  }
}
