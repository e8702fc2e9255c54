import { defaultWorkspaceConfig } from './workspace-config.ts';
import type {
  OpenedWorkspace,
  WorkspaceProcess,
  WorkspaceProcessEvents,
} from '../../src-main/lint-process/api.ts';
import type { StartProcess } from '../../src-main/services/workspace-process.ts';

/** A workspace process in memory; the test sees what it was told and can make it end or hang. */
export interface FakeProcess {
  readonly events: WorkspaceProcessEvents;
  /** Calls in order, as `name argument…`. */
  readonly calls: string[];
  readonly documents: Map<string, { text: string; version: number }>;
  /** From now on, calls get no answer. */
  hang(): void;
  /** Ends the process as a crash would. */
  crash(code: number): void;
  readonly killed: () => boolean;
}

/** What a folder without configuration gives when it is opened. */
export function openedWorkspace(root: string): OpenedWorkspace {
  return {
    root,
    config: defaultWorkspaceConfig,
    fields: [],
    types: [],
    vocabulary: {},
    problems: [],
  };
}

/** Starts processes in memory; every one started is in `started`. */
export function fakeProcesses(overrides: Partial<WorkspaceProcess> = {}): {
  readonly start: StartProcess;
  readonly started: FakeProcess[];
} {
  const started: FakeProcess[] = [];
  const start: StartProcess = (events) => {
    const calls: string[] = [];
    const documents: FakeProcess['documents'] = new Map();
    let hanging = false;
    let killed = false;
    let exit: ((code: number) => void) | undefined;
    const end = (code: number): void => {
      const listener = exit;
      exit = undefined;
      listener?.(code);
    };
    const api: WorkspaceProcess = {
      open: async (root) => ({ ok: true, value: openedWorkspace(root) }),
      rescan: async () => undefined,
      filesChanged: async () => undefined,
      openDocument: async (path, text, version) => void documents.set(path, { text, version }),
      changeDocument: async () => undefined,
      closeDocument: async (path) => void documents.delete(path),
      allFindings: async () => [],
      images: async () => [],
      siteStyle: async () => undefined,
      siteTemplate: async () => undefined,
      newGuide: async () => ({ ok: false, failure: { code: 'bad-request', detail: 'no type' } }),
      typeOfGuide: async () => ({ ok: false, failure: { code: 'not-found', detail: 'no guide' } }),
      copyGuide: async ({ path, text }) => ({ ok: true, value: { path, text, asWritten: true } }),
      namedBy: async () => ({ byValue: [], byPath: [] }),
      guideReferences: async () => [],
      guideHeadings: async () => [],
      vocabularyUses: async () => ({}),
      inferSchema: async () => ({
        ok: true,
        value: { guides: 0, skipped: [], fields: [], text: '{}\n' },
      }),
      trySchema: async () => ({ ok: true, value: { ok: true, guides: 0, broken: [], mended: 0 } }),
      schemaPlace: async () => ({ ok: true, value: { path: '.shirube/schema/guide.json' } }),
      cancelSchema: async () => undefined,
      startSearch: async () => undefined,
      cancelSearch: async () => undefined,
      planExport: async (target, root) => ({
        ok: true,
        value: { id: target, targetRoot: root, items: [] },
      }),
      exportContent: async () => ({ ok: true, value: {} }),
      applyExport: async () => ({
        ok: true,
        value: { written: 0, removed: 0, unchanged: 0, blocked: 0 },
      }),
      cancelExport: async () => undefined,
      ...overrides,
    };
    const logged = Object.fromEntries(
      Object.entries(api).map(([name, call]) => [
        name,
        (...args: unknown[]) => {
          calls.push(
            [
              name,
              ...args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))),
            ].join(' '),
          );
          if (hanging) return new Promise(() => undefined);
          return (call as (...given: unknown[]) => Promise<unknown>)(...args);
        },
      ]),
    ) as unknown as WorkspaceProcess;
    started.push({
      ...{ events, calls, documents },
      hang: () => (hanging = true),
      crash: end,
      killed: () => killed,
    });
    return {
      api: logged,
      onExit: (listener) => (exit = listener),
      kill() {
        killed = true;
        queueMicrotask(() => end(143));
      },
    };
  };
  return { start, started };
}
