import { pngImage } from '../../support/images.ts';
import type { EventValues } from '#core/ipc/event-values';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { OpenedWorkspace } from '../../../src-main/lint-process/api.ts';
import {
  createWorkspaceEngine,
  type EngineDeps,
  type WorkspaceEngine,
} from '../../../src-main/services/workspace-engine.ts';
import { createMemoryWorkspace, type MemoryWorkspace } from '../../support/memory-workspace.ts';

/** A guide that the default definitions accept, but for what the test changes. */
export function guide(fields: Readonly<Record<string, unknown>>, body = '# 仕事\n'): string {
  const details = {
    category: 'medical-care',
    keywords: ['仕事'],
    meta_description: 'あ'.repeat(80),
    related_jobs: [],
    slug: 'nurse',
    tags: [],
    thumbnail: '/static/img/a.png',
    hero_image: '/static/img/a.png',
    title: '題',
    ...fields,
  };
  return `---json\n${JSON.stringify(details, null, 2)}\n---\n${body}`;
}

/** What an engine said, newest last. */
export interface Heard {
  readonly entries: EventValues['workspace.entries'][];
  readonly findings: EventValues['findings.changed'][];
  readonly progress: EventValues['workspace.progress'][];
  readonly infos: OpenedWorkspace[];
  readonly errors: unknown[];
}

/** Opens an engine over files in memory and waits until it has checked them all. */
export async function openEngine(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<EngineDeps> = {},
): Promise<{ engine: WorkspaceEngine; disk: MemoryWorkspace; heard: Heard }> {
  const disk = createMemoryWorkspace({ 'static/img/a.png': pngImage(), ...files });
  const heard: Heard = { entries: [], findings: [], progress: [], infos: [], errors: [] };
  const engine = createWorkspaceEngine({
    root: '/work',
    files: disk,
    pause: () => new Promise((resume) => setImmediate(resume)),
    onError: (where, error) => heard.errors.push([where, error]),
    events: {
      entries: (value) => heard.entries.push(value),
      findings: (value) => heard.findings.push(value),
      progress: (value) => heard.progress.push(value),
      workspaceChanged: (value) => heard.infos.push(value),
    },
    ...options,
  });
  await engine.open();
  await engine.settled();
  return { engine, disk, heard };
}

/** The codes of a guide's findings with the text each marks. */
export function marksOf(text: string, findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`);
}
