import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInertSvg, isTypeOfName } from '#core/export/image-type';
import type { GuideSnapshot, ImageSnapshot } from '#core/export/plan-input';
import type { Diagnostic } from '#core/lint/diagnostic';
import { exportMessages } from '#core/messages/export';
import { type Localized, localize } from '#core/messages/messages';
import { hashOf } from '../files/hash.ts';
import { eachOf } from './export-files.ts';
import { type ExportSource, imageSource } from './export-source.ts';
import { siteReadingProblem } from './export-site-reading.ts';

/** The workspace as one export found it; hashes stand for the bytes, which are read again to be written. */
export interface ExportSnapshot {
  readonly guides: readonly GuideSnapshot[];
  /** By path in the workspace. */
  readonly images: ReadonlyMap<string, ImageSnapshot>;
  /** How many lines each guide has, by its path. */
  readonly lineCounts: ReadonlyMap<string, number>;
}

/** Reads and checks every guide and the images they show; throws what `onGuide` throws (to cancel). */
export async function takeSnapshot(
  source: ExportSource,
  onGuide: (done: number, total: number) => void,
): Promise<ExportSnapshot> {
  const listed = await source.guides();
  const config = source.config();
  const guides: GuideSnapshot[] = [];
  const lineCounts = new Map<string, number>();
  const wanted = new Map<string, string>();
  let done = 0;
  onGuide(0, listed.length);
  await eachOf(listed, 8, async (guide) => {
    const bytes = await source.read(guide.path);
    if (!bytes) {
      guides.push({ ...guide, ...unreadable });
    } else {
      const { slug, relations, images, diagnostics } = await source.check(guide.path, bytes);
      const linked = await linkProblem(source.root, guide.path);
      const errors = diagnostics.filter((one) => one.severity === 'error').map(toProblem);
      const misread = errors.length === 0 ? siteReadingProblem(bytes) : undefined;
      const paths = images.flatMap((sitePath) => {
        // What the static folder does not serve is the site's own, not ours to judge.
        const path = imageSource(sitePath, config);
        if (path !== undefined) wanted.set(path, sitePath);
        return path ?? [];
      });
      lineCounts.set(guide.path, lineCountOf(bytes));
      guides.push({
        ...guide,
        slug,
        hash: hashOf(bytes),
        bytes: bytes.byteLength,
        problems: [
          ...errors,
          ...(misread ? [{ message: misread }] : []),
          ...(linked ? [{ message: linked }] : []),
        ],
        relations,
        images: paths,
      });
    }
    done += 1;
    onGuide(done, listed.length);
  });
  const images = new Map<string, ImageSnapshot>();
  await eachOf([...wanted], 8, async ([path, sitePath]) => {
    const bytes = await source.read(path);
    onGuide(done, listed.length);
    if (!bytes) return;
    const problem = (await linkProblem(source.root, path)) ?? imageProblem(path, bytes);
    const common = { path, sitePath, hash: hashOf(bytes), bytes: bytes.byteLength };
    images.set(path, problem ? { ...common, problem } : common);
  });
  guides.sort((a, b) => (a.path < b.path ? -1 : 1));
  if ((config.rules['image-missing'] ?? 'error') === 'error') return { guides, images, lineCounts };
  // Whoever lowered that rule accepts guides without their images.
  const found = (path: string): boolean => images.has(path);
  const accepted = guides.map((guide) => ({ ...guide, images: guide.images.filter(found) }));
  return { guides: accepted, images, lineCounts };
}

const unreadable = {
  hash: '',
  bytes: 0,
  problems: [{ message: localize(exportMessages, 'reasonGone') }],
  relations: [],
  images: [],
};

function toProblem({ message, pointer, from }: Diagnostic): GuideSnapshot['problems'][number] {
  return { message, place: pointer === undefined ? { from } : { pointer, from } };
}

/** A file whose bytes another name shares could be one of the disk's outside the workspace (T20). */
async function linkProblem(root: string, path: string): Promise<Localized | undefined> {
  // Links are followed: whether they lead out was for the reader to judge.
  const found = await stat(join(root, path)).catch(() => undefined);
  if (!found) return localize(exportMessages, 'reasonGone');
  return found.nlink > 1 ? localize(exportMessages, 'reasonLinkedFile', { path }) : undefined;
}

/** How many lines a text has, without decoding it; CRLF and a lone CR each end one line. */
function lineCountOf(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) count += 1;
  }
  const last = bytes.at(-1);
  return last === undefined || last === 10 || last === 13 ? count : count + 1;
}

function imageProblem(path: string, bytes: Uint8Array): Localized | undefined {
  if (!isTypeOfName(path, bytes)) return localize(exportMessages, 'reasonImageType', { path });
  const active = /\.svg$/i.test(path) && !isInertSvg(Buffer.from(bytes).toString('utf8'));
  return active ? localize(exportMessages, 'reasonImageActive', { path }) : undefined;
}
