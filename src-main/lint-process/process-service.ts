import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Failure, FailureCode } from '#core/ipc/contract';
import {
  createExportService,
  type ExportService,
  type ExportServiceDeps,
} from '../services/export-service.ts';
import { createGuideWork, type GuideWork } from '../services/guide-work.ts';
import { createGuideNavigation, type GuideNavigation } from '../services/guide-navigation.ts';
import { createSchemaWork, type SchemaWork } from '../services/schema-work.ts';
import { exportSourceOf } from '../services/export-source.ts';
import { createFolderSearch, type FolderSearch } from '../services/folder-search.ts';
import { createTimeLimit } from '../services/time-limit.ts';
import type { EngineClock } from '../services/typing-pause.ts';
import { createWorkspaceEngine, type WorkspaceEngine } from '../services/workspace-engine.ts';
import { countUses } from '../services/workspace-engine-info.ts';
import type { WorkspaceProcess, WorkspaceProcessEvents } from './api.ts';

/** What the process needs of the machine it runs on. */
export interface ProcessDeps {
  readonly createFiles: (root: string) => WorkspaceFiles;
  readonly events: WorkspaceProcessEvents;
  readonly exports: Pick<ExportServiceDeps, 'saver' | 'dataFolder' | 'now'>;
  /** Lets other work run, and comes back after it. */
  readonly pause: () => Promise<void>;
  /** By which checks wait until the author pauses; without it each change is checked at once. */
  readonly clock?: EngineClock;
  readonly onError: (where: string, error: unknown) => void;
}

/** How long nothing must change until a search is told of it, in milliseconds. */
const outdatedMs = 300;

/** An open workspace with what belongs to it. */
interface Opened {
  readonly engine: WorkspaceEngine;
  readonly exports: ExportService;
  readonly guides: GuideWork;
  readonly schema: SchemaWork;
  readonly search: FolderSearch;
  readonly navigation: GuideNavigation;
}

const refuse = <Code extends FailureCode>(
  code: Code,
  detail: string,
): { readonly ok: false; readonly failure: Failure<Code> } => ({
  ok: false,
  failure: { code, detail },
});

/** Answers what main asks of the process of one workspace. */
export function createProcessService(deps: ProcessDeps): WorkspaceProcess {
  const { events, pause, onError } = deps;
  let opened: Opened | undefined;

  function engine(): WorkspaceEngine {
    if (!opened) throw new Error('no workspace is open');
    return opened.engine;
  }

  function work(): GuideWork {
    if (!opened) throw new Error('no workspace is open');
    return opened.guides;
  }

  const { clock } = deps;
  let isSearched = false;
  let turns = 0;
  /** Tells, once nothing changes any more, that what was found may be different now. */
  function outdateSearch(): void {
    if (!isSearched) return;
    const turn = (turns += 1);
    void (clock ? clock.wait(outdatedMs) : pause())
      .then(() => (turn === turns ? opened?.engine.settled() : undefined))
      .then(() => {
        if (turn === turns && isSearched) events.searchOutdated(null);
      });
  }

  return {
    async open(root) {
      opened?.engine.dispose();
      opened?.schema.cancel();
      opened?.search.cancel();
      isSearched = false;
      const files = deps.createFiles(root);
      const workspace = createWorkspaceEngine({
        ...{ root, files, events, pause, onError },
        ...(deps.clock ? { clock: deps.clock } : {}),
      });
      const source = exportSourceOf(root, workspace, files);
      const onProgress: WorkspaceProcessEvents['exportProgress'] = (value) =>
        events.exportProgress(value);
      opened = {
        engine: workspace,
        exports: createExportService({ ...deps.exports, source, onProgress }),
        guides: createGuideWork(workspace, files),
        schema: createSchemaWork({
          ...{ files, pause, engine: workspace, now: deps.exports.now },
          onProgress: (value) => events.schemaProgress(value),
        }),
        search: createFolderSearch({
          ...{ files, pause, onError, store: workspace.store, now: deps.exports.now },
          within: createTimeLimit(),
          onResults: (value) => events.searchResults(value),
        }),
        navigation: createGuideNavigation({
          ...{ files, pause },
          store: workspace.store,
          context: workspace.context,
        }),
      };
      return { ok: true, value: await workspace.open() };
    },
    async rescan() {
      engine().rescan();
      outdateSearch();
    },
    async filesChanged(paths) {
      engine().filesChanged(paths);
      outdateSearch();
    },
    openDocument: async (path, text, version) => engine().openDocument(path, text, version),
    async changeDocument(change) {
      engine().changeDocument(change);
      outdateSearch();
    },
    async closeDocument(path) {
      engine().closeDocument(path);
      outdateSearch();
    },
    async allFindings() {
      const { store } = engine();
      return store
        .paths()
        .map((path) => ({ path, diagnostics: store.findings(path) }))
        .filter(({ diagnostics }) => diagnostics.length > 0);
    },
    async images() {
      const images = (await opened?.engine.images()) ?? [];
      return images.map(({ sitePath, bytes, width, height }) => ({
        sitePath,
        bytes,
        ...(width === undefined || height === undefined ? {} : { width, height }),
      }));
    },
    async siteStyle(name) {
      return engine()
        .look()
        .styles.sheets.find((sheet) => sheet.name === name)?.css;
    },
    siteTemplate: async () => engine().look().template,
    newGuide: (params) => work().newGuide(params),
    typeOfGuide: (path) => work().typeOfGuide(path),
    copyGuide: async (params) => work().copyGuide(params),
    async namedBy(path) {
      const { byValue, byPath } = engine().store.catalog.namedBy(path);
      return { byValue: [...byValue].sort(), byPath: [...byPath].sort() };
    },
    guideReferences: async (path) => (await opened?.navigation.references(path)) ?? [],
    guideHeadings: async (path) => (await opened?.navigation.headings(path)) ?? [],
    async vocabularyUses() {
      const { store, settings, context } = engine();
      return countUses(settings().vocabulary, context().fields.fields, store.catalog);
    },
    async inferSchema() {
      return opened ? opened.schema.propose() : refuse('no-workspace', '');
    },
    async trySchema(text) {
      return opened ? opened.schema.try(text) : refuse('no-workspace', '');
    },
    async schemaPlace(text) {
      return opened ? opened.schema.place(text) : refuse('no-workspace', '');
    },
    cancelSchema: async () => opened?.schema.cancel(),
    async startSearch({ id, ...query }) {
      isSearched = query.query !== '';
      opened?.search.start(id, query);
    },
    async cancelSearch() {
      isSearched = false;
      opened?.search.cancel();
    },
    async planExport(target, root) {
      return opened ? opened.exports.plan(target, root) : refuse('no-workspace', '');
    },
    async exportContent(planId, target) {
      return opened ? opened.exports.content(planId, target) : refuse('no-workspace', '');
    },
    async applyExport(planId, leaveOut) {
      return opened ? opened.exports.apply(planId, leaveOut) : refuse('no-workspace', '');
    },
    cancelExport: async () => opened?.exports.cancel(),
  };
}
