import { applyEdits } from '#core/document/text-edit';
import type { WorkspaceProcess, WorkspaceProcessEvents } from '../lint-process/api.ts';
import type { Log } from './log.ts';

/** A process that was started; `onExit` is called once, also when it was killed. */
interface StartedProcess {
  readonly api: WorkspaceProcess;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** Starts the process that reads, checks and exports one workspace. */
export type StartProcess = (events: WorkspaceProcessEvents) => StartedProcess;

/** The process ended before it answered, or answered too late. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

/** Calls that take as long as the folder is large; all others must be answered within the time allowed. */
const unhurried: ReadonlySet<keyof WorkspaceProcess> = new Set([
  'open',
  'rescan',
  'guideReferences',
  'planExport',
  'exportContent',
  'applyExport',
  'inferSchema',
  'trySchema',
] as const);

/** The process of one workspace, started again whenever it dies or hangs, without the window noticing. */
export type LastingProcess = WorkspaceProcess & { dispose(): void };

/**
 * Keeps a workspace's process alive. It knows the text of every open document, so that a new process
 * checks what the author sees and not what is on disk. After `restartsPerMinute` it gives up for good:
 * whatever kills it that often would do so again.
 */
export function createLastingProcess(options: {
  readonly start: StartProcess;
  readonly events: WorkspaceProcessEvents;
  readonly log: Log;
  readonly now: () => number;
  readonly answerWithinMs?: number;
  readonly restartsPerMinute?: number;
}): LastingProcess {
  const { start, events, log, now, answerWithinMs = 20_000, restartsPerMinute = 3 } = options;
  const documents = new Map<string, { text: string; version: number }>();
  let root: string | undefined;
  let restarts: number[] = [];
  let disposed = false;
  let current = launch();

  function launch(): { process: StartedProcess; ended: Promise<never> } | undefined {
    const process = start(events);
    let endAll: (error: Error) => void = () => undefined;
    const ended = new Promise<never>((_, reject) => (endAll = reject));
    ended.catch(() => undefined);
    process.onExit((code) => {
      endAll(new ProcessEnded(`exit ${code}`));
      if (!disposed) replace(code);
    });
    return { process, ended };
  }

  function replace(code: number): void {
    const time = now();
    restarts = [...restarts.filter((at) => time - at < 60_000), time];
    log.error('workspace process ended', { code, restarts: restarts.length });
    current = restarts.length > restartsPerMinute ? undefined : launch();
    if (current !== undefined) restore().catch(() => undefined);
  }

  /** Brings a new process to where the old one was. */
  async function restore(): Promise<void> {
    if (root === undefined) return;
    const opened = await call('open', (api) => api.open(root ?? ''));
    if (opened.ok) events.workspaceChanged(opened.value);
    for (const [path, { text, version }] of documents) {
      await call('openDocument', (api) => api.openDocument(path, text, version));
    }
  }

  async function call<Value>(
    name: keyof WorkspaceProcess,
    ask: (api: WorkspaceProcess) => Promise<Value>,
  ): Promise<Value> {
    if (current === undefined) throw new ProcessEnded('given up');
    const { process, ended } = current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (!unhurried.has(name)) {
      timer = setTimeout(() => {
        log.error('workspace process hangs', { call: name });
        process.kill();
      }, answerWithinMs);
    }
    try {
      return await Promise.race([ask(process.api), ended]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** For what the next process is told anyway: its end is no failure of the caller. */
  async function tell(
    name: keyof WorkspaceProcess,
    ask: (api: WorkspaceProcess) => Promise<void>,
  ): Promise<void> {
    await call(name, ask).catch((error: unknown) => {
      if (!(error instanceof ProcessEnded)) throw error;
    });
  }

  return {
    open(path) {
      root = path;
      return call('open', (api) => api.open(path));
    },
    rescan: () => tell('rescan', (api) => api.rescan()),
    filesChanged: (paths) => tell('filesChanged', (api) => api.filesChanged(paths)),
    openDocument(path, text, version) {
      documents.set(path, { text, version });
      return tell('openDocument', (api) => api.openDocument(path, text, version));
    },
    async changeDocument(change) {
      const known = documents.get(change.path);
      // A change that was under way when its tab was closed.
      if (known === undefined) return;
      documents.set(change.path, {
        text: applyEdits(known.text, change.changes),
        version: change.version,
      });
      await tell('changeDocument', (api) => api.changeDocument(change));
    },
    closeDocument(path) {
      documents.delete(path);
      return tell('closeDocument', (api) => api.closeDocument(path));
    },
    allFindings: () => call('allFindings', (api) => api.allFindings()),
    images: () => call('images', (api) => api.images()),
    siteStyle: (name) => call('siteStyle', (api) => api.siteStyle(name)),
    siteTemplate: () => call('siteTemplate', (api) => api.siteTemplate()),
    newGuide: (params) => call('newGuide', (api) => api.newGuide(params)),
    typeOfGuide: (path) => call('typeOfGuide', (api) => api.typeOfGuide(path)),
    copyGuide: (params) => call('copyGuide', (api) => api.copyGuide(params)),
    namedBy: (path) => call('namedBy', (api) => api.namedBy(path)),
    guideReferences: (path) => call('guideReferences', (api) => api.guideReferences(path)),
    guideHeadings: (path) => call('guideHeadings', (api) => api.guideHeadings(path)),
    vocabularyUses: () => call('vocabularyUses', (api) => api.vocabularyUses()),
    inferSchema: () => call('inferSchema', (api) => api.inferSchema()),
    trySchema: (text) => call('trySchema', (api) => api.trySchema(text)),
    schemaPlace: (text) => call('schemaPlace', (api) => api.schemaPlace(text)),
    cancelSchema: () => tell('cancelSchema', (api) => api.cancelSchema()),
    startSearch: (search) => tell('startSearch', (api) => api.startSearch(search)),
    cancelSearch: () => tell('cancelSearch', (api) => api.cancelSearch()),
    planExport: (target, to) => call('planExport', (api) => api.planExport(target, to)),
    exportContent: (plan, target) =>
      call('exportContent', (api) => api.exportContent(plan, target)),
    applyExport: (plan, leaveOut) => call('applyExport', (api) => api.applyExport(plan, leaveOut)),
    cancelExport: () => tell('cancelExport', (api) => api.cancelExport()),
    dispose() {
      disposed = true;
      current?.process.kill();
      current = undefined;
    },
  };
}
