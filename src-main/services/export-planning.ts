import { join } from 'node:path';
import type { ExportTarget } from '#core/catalog/workspace-config';
import type { ExportManifest } from '#core/export/manifest';
import { parseManifest } from '#core/export/manifest';
import { countLines, splitLines } from '#core/export/line-counts';
import { makePlan } from '#core/export/make-plan';
import type { ExportPlan, PlanItem } from '#core/export/plan';
import type { TargetGuide } from '#core/export/plan-input';
import {
  defaultExportTarget,
  guideTarget,
  imageTarget,
  targetConfigProblem,
} from '#core/export/target-path';
import { hashOf } from '../files/hash.ts';
import { readPlain } from './export-files.ts';
import { takeSnapshot } from './export-snapshot.ts';
import { type ExportSource, imageSource } from './export-source.ts';
import { findTarget, listTarget, type TargetFolder } from './export-target.ts';
import { ExportStop } from './export-transaction.ts';

/** A plan with what it was made from; nothing of it is the bytes themselves. */
export interface PlannedExport {
  readonly plan: ExportPlan;
  readonly folder: TargetFolder;
  readonly target: ExportTarget;
  readonly manifest: ExportManifest | undefined;
  /** SHA-256 (hex) of the manifest at the target, whatever it says; `null` where there is none. */
  readonly manifestHash: string | null;
  /** Whether the target had this path when the plan was made. */
  readonly isThere: (path: string) => boolean;
}

/** The target of a configuration by its id, else its first, else the one of a folder without configuration. */
function targetOf(source: ExportSource, id: string): ExportTarget {
  const { targets } = source.config();
  return targets.find((target) => target.id === id) ?? targets[0] ?? defaultExportTarget;
}

/** Reads and checks the workspace, looks at the target, and plans. Writes nothing; throws ExportStop. */
export async function planExport(
  source: ExportSource,
  targetId: string,
  chosenRoot: string,
  onStep: (phase: 'check' | 'compare', done: number, total: number) => void,
): Promise<PlannedExport> {
  const target = targetOf(source, targetId);
  const config = source.config();
  if (targetConfigProblem(target)) throw refused('bad-config');
  const folder = await findTarget(chosenRoot, source.root);
  if (typeof folder === 'string') throw refused(folder);

  const snapshot = await takeSnapshot(source, (done, total) => onStep('check', done, total));
  const manifestBytes = await readPlain(join(folder.root, target.manifest)).catch(() => {
    throw refused('folder-link');
  });
  const manifest = manifestBytes && parseManifest(manifestBytes.toString('utf8'));
  const guidePaths = new Map(
    snapshot.guides.map((guide) => [guideTarget(guide.path, target, config.guides), guide]),
  );
  const imagePaths = [...snapshot.images.keys()].flatMap(
    (path) => imageTarget(path, target, config.static.folder) ?? [],
  );
  const listed = await listTarget(
    folder.root,
    [...guidePaths.keys(), ...imagePaths, ...(manifest?.files.keys() ?? [])],
    (done, total) => onStep('compare', done, total),
  );

  // What stands at the target matters only where something may be taken away from it.
  const known = new Set([...guidePaths.keys(), ...imagePaths]);
  const removes = [...(manifest?.files.keys() ?? [])].some((path) => !known.has(path));
  const guides = new Map<string, TargetGuide>();
  for (const [path, hash] of removes ? listed.files : []) {
    if (!path.endsWith('.md') || hash === undefined || guidePaths.get(path)?.hash === hash)
      continue;
    const bytes = await readPlain(join(folder.root, path));
    if (!bytes) continue;
    const at = guidePaths.get(path)?.path ?? path;
    const { images, slug, relations } = await source.check(at, bytes);
    const places = images.flatMap((sitePath) => {
      const image = imageSource(sitePath, config);
      return (image !== undefined && imageTarget(image, target, config.static.folder)) || [];
    });
    guides.set(path, { slug, relations, images: places });
    onStep('compare', listed.files.size, listed.files.size);
  }

  const items = makePlan({
    ...snapshot,
    target,
    globs: config.guides,
    staticFolder: config.static.folder,
    manifest,
    listing: { ...listed, guides },
  });
  const counted: PlanItem[] = [];
  for (const item of items) counted.push(await withLines(item));
  const manifestHash = manifestBytes ? hashOf(manifestBytes) : null;
  const id = hashOf(JSON.stringify([folder, target, manifestHash, counted]));
  return {
    plan: { id, targetRoot: folder.root, items: counted },
    folder,
    target,
    manifest,
    manifestHash,
    isThere: (path) => listed.files.has(path),
  };

  async function withLines(item: PlanItem): Promise<PlanItem> {
    if (item.kind !== 'guide' || item.action === 'unchanged' || item.action === 'blocked')
      return item;
    if (item.action === 'added') {
      return { ...item, lines: { added: snapshot.lineCounts.get(item.source) ?? 0, removed: 0 } };
    }
    const before = await readText(join(folderRoot(), item.target));
    if (item.action === 'removed') {
      return { ...item, lines: { added: 0, removed: splitLines(before ?? '').length } };
    }
    const after = await source.read(item.source);
    if (!after) return item;
    return { ...item, lines: countLines(before, Buffer.from(after).toString('utf8')) };
  }

  function folderRoot(): string {
    return (folder as TargetFolder).root;
  }
}

async function readText(path: string): Promise<string | undefined> {
  return (await readPlain(path).catch(() => undefined))?.toString('utf8');
}

function refused(detail: string): ExportStop {
  return new ExportStop({ code: 'target-refused', detail });
}
