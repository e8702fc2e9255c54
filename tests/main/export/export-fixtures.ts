import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll } from 'vitest';
import type { ExportTarget } from '#core/catalog/workspace-config';
import { createSaver } from '../../../src-main/files/saver.ts';
import {
  createExportService,
  type ExportService,
  type ExportServiceDeps,
} from '../../../src-main/services/export-service.ts';
import { sourceOf } from './plain-source.ts';

export { guideText } from './plain-source.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-export-'));
  made.push(folder);
  return folder;
}

/** Writes files (text or bytes by path) below a folder. */
export function writeTree(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Every file below a folder, by path, as latin1 so that bytes compare exactly. */
export function readTree(root: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    tree[relative(root, path)] = readFileSync(path, 'latin1');
  }
  return tree;
}

/** The bytes of a small PNG that differ by a text in them. */
export const png = (text: string): Buffer => Buffer.from(`\x89PNG\r\n\x1a\n${text}`, 'latin1');

/** A workspace, a target and a data folder on the real disk, with the service between them. */
export function setUp(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<ExportServiceDeps> & {
    readonly target?: ExportTarget;
    readonly site?: string;
  } = {},
) {
  const folder = temporaryFolder();
  const workspace = join(folder, 'workspace');
  const site = more.site ?? join(folder, 'site');
  const dataFolder = join(folder, 'data');
  for (const one of [workspace, site]) mkdirSync(one, { recursive: true });
  writeTree(workspace, files);
  const make = (over: Partial<ExportServiceDeps> = {}): ExportService =>
    createExportService({
      source: sourceOf(workspace, more.target),
      saver: createSaver(),
      dataFolder,
      now: () => 0,
      waitMs: 0,
      ...more,
      ...over,
    });
  return {
    workspace,
    site,
    dataFolder,
    exportsFolder: join(dataFolder, 'exports'),
    make,
    service: make(),
  };
}

/** Plans and applies; gives the plan's actions by path and the result of applying. */
export async function exportAll(service: ExportService, site: string, leaveOut: string[] = []) {
  const plan = await service.plan('site', site);
  if (!plan.ok) return { plan, actions: {}, result: plan };
  const actions = Object.fromEntries(plan.value.items.map((item) => [item.target, item.action]));
  return { plan, actions, result: await service.apply(plan.value.id, leaveOut) };
}
