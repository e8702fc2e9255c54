import { type ExportManifest, type ManifestEntry, createManifest } from '#core/export/manifest';
import type { GuideSnapshot, ImageSnapshot, PlanInput } from '#core/export/plan-input';
import type { TargetGuide } from '#core/export/plan-input';
import { defaultExportTarget } from '#core/export/target-path';

/** A hash that stands for some content. */
export const hash = (content: string): string =>
  Buffer.from(content).toString('hex').padEnd(64, '0');

/** A valid guide; `content` stands for its bytes. */
export function guide(
  slug: string,
  content: string,
  more: Partial<GuideSnapshot> = {},
): GuideSnapshot {
  return {
    path: `guides/${slug}.md`,
    name: slug,
    title: `${slug}の題`,
    slug,
    hash: hash(content),
    bytes: content.length,
    problems: [],
    relations: [],
    images: [],
    ...more,
  };
}

/** A guide with one finding at error level. */
export function badGuide(
  slug: string,
  content: string,
  more: Partial<GuideSnapshot> = {},
): GuideSnapshot {
  const problems = [{ message: { ja: 'だめ', en: 'bad' }, place: { pointer: '/slug', from: 8 } }];
  return guide(slug, content, { problems, ...more });
}

/** An image under the static folder. */
export function image(
  name: string,
  content: string,
  more: Partial<ImageSnapshot> = {},
): [string, ImageSnapshot] {
  const path = `static/img/${name}`;
  const sitePath = `/${path}`;
  return [path, { path, sitePath, hash: hash(content), bytes: content.length, ...more }];
}

interface Site {
  /** Content by path under the target. */
  readonly files?: Readonly<Record<string, string>>;
  /** Content that the manifest says was exported, by path. */
  readonly exported?: Readonly<Record<string, string>>;
  readonly links?: readonly string[];
  readonly refers?: Readonly<Record<string, Partial<TargetGuide>>>;
}

/** The input of a plan from guides, images and what the site holds. */
export function inputOf(
  guides: readonly GuideSnapshot[],
  images: readonly [string, ImageSnapshot][] = [],
  { files = {}, exported, links = [], refers = {} }: Site = {},
): PlanInput {
  const manifest: ExportManifest | undefined =
    exported &&
    createManifest(
      new Map(
        Object.entries(exported).map(([path, content]): [string, ManifestEntry] => [
          path,
          { sha256: hash(content), source: path, kind: path.endsWith('.md') ? 'guide' : 'image' },
        ]),
      ),
    );
  return {
    guides,
    images: new Map(images),
    target: defaultExportTarget,
    globs: ['**/*.md'],
    staticFolder: 'static',
    manifest,
    listing: {
      files: new Map(Object.entries(files).map(([path, content]) => [path, hash(content)])),
      names: Object.keys(files),
      unusableFolders: new Set(links),
      guides: new Map(
        Object.entries(refers).map(([path, guideThere]) => [
          path,
          {
            slug: path.replace(/^.*\/|\.md$/g, ''),
            relations: [],
            images: [],
            ...guideThere,
          },
        ]),
      ),
    },
  };
}
