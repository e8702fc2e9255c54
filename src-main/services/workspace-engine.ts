import type { ImageFacts } from '#core/catalog/image-facts';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { applyEdits } from '#core/document/text-edit';
import type { Params } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import { withoutAccepted, withoutBaseline } from '#core/lint/accepted';
import type { FindingsFilter, LintSettings } from '#core/lint/lint';
import { createGlobMatcher } from '../files/guide-globs.ts';
import type { OpenedWorkspace, WorkspaceProcessEvents } from '../lint-process/api.ts';
import { createTypingPause, type EngineClock } from './typing-pause.ts';
import { readSettings, settingsFolder, type WorkspaceSettings } from './workspace-engine-config.ts';
import {
  checkBytes,
  type CheckContext,
  checkReferences,
  findingsOf,
} from './workspace-engine-guides.ts';
import { checkFiles, type ScanPorts, scanHeads } from './workspace-engine-scan.ts';
import { createImageReader } from './workspace-engine-images.ts';
import { createFieldChoice } from './workspace-engine-fields.ts';
import { hasOtherKeys, type HeadReader } from './workspace-engine-inferred.ts';
import { describeWorkspace, typesOf } from './workspace-engine-info.ts';
import { concernsLook, type ReadLook, readLook } from './workspace-engine-look.ts';
import { createGuideStore, type GuideStore } from './workspace-engine-store.ts';

/** What the engine needs of the world. */
export interface EngineDeps {
  /** Absolute path of the workspace, for display only. */
  readonly root: string;
  readonly files: WorkspaceFiles;
  readonly events: Omit<
    WorkspaceProcessEvents,
    'exportProgress' | 'schemaProgress' | 'searchResults' | 'searchOutdated'
  >;
  /** Lets other work run, and comes back after it. */
  readonly pause: () => Promise<void>;
  /** By which checks wait until the author pauses; without it each change is checked at once. */
  readonly clock?: EngineClock;
  /** Told of bugs: a rule that threw, a pass over the files that ended early. */
  readonly onError: (where: string, error: unknown) => void;
  /** Whether every file is checked after opening; the command line checks only what it was asked for. */
  readonly checkAll?: boolean;
}

/** A guide that was checked from the disk for the command line or an export. */
export interface CheckedFile {
  readonly kind: 'guide' | 'other';
  readonly slug: string;
  readonly relations: readonly string[];
  /** Site paths of its images, each once. */
  readonly images: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The same before accepted and earlier findings were left out. */
  readonly found: readonly Diagnostic[];
}

/** One open workspace: its configuration, its guides and their findings, kept up to date. */
export interface WorkspaceEngine {
  readonly store: GuideStore;
  config(): WorkspaceConfig;
  /** All that was read of `.shirube`. */
  settings(): WorkspaceSettings;
  /** The style sheets and the template of the site. */
  look(): ReadLook;
  /** What guides are checked by now. */
  context(): CheckContext;
  /** The images of the static folder with what is known of them, read where it must be. */
  images(): Promise<readonly ImageFacts[]>;
  /** The configuration and everything derived from it, as the window shows it. */
  info(): OpenedWorkspace;
  /** Reads the configuration and begins scanning; entries and findings follow as events. */
  open(): Promise<OpenedWorkspace>;
  /** Resolves when nothing is left to read or check. */
  settled(): Promise<void>;
  /** Looks at every file again, and checks those whose bytes are different. */
  rescan(): void;
  /** Looks again at paths that may have changed; folders whole. */
  filesChanged(paths: readonly string[]): void;
  openDocument(path: string, text: string, version: number): void;
  changeDocument(change: Params<'document.change'>): void;
  closeDocument(path: string): void;
  /** Findings of these very bytes among the guides as they are now; nothing is kept. */
  checkBytes(path: string, bytes: Uint8Array): CheckedFile;
  dispose(): void;
}

/** Makes the engine of one workspace; `open` begins its work. */
export function createWorkspaceEngine(deps: EngineDeps): WorkspaceEngine {
  const { files, events, pause, onError, checkAll = true } = deps;
  let settings: WorkspaceSettings | undefined;
  let look: ReadLook | undefined;
  let isStopped = false;
  let sentInfo = '';
  let steps: { readonly key: string; readonly filters: readonly FindingsFilter[] } | undefined;
  let tail: Promise<void> = Promise.resolve();
  const waiting = new Set<string>();
  const dirty = new Set<string>();

  function current(): WorkspaceSettings {
    if (!settings) throw new Error('the workspace is not open yet');
    return settings;
  }

  /** The steps that leave out accepted and earlier findings; made once for as long as they are the same. */
  function acceptance(): readonly FindingsFilter[] {
    const { accepted, baseline, acceptedFingerprint: key } = current();
    if (steps?.key !== key) {
      steps = { key, filters: [withoutAccepted(accepted), withoutBaseline(baseline)] };
    }
    return steps.filters;
  }

  function context(): Omit<CheckContext, 'catalog'> {
    const { config } = current();
    const lint: LintSettings = {
      severities: config.rules,
      staticPath: config.static.path,
      html: config.profile.html,
      vocabulary: current().vocabulary,
      onError: (rule, error) => onError(`rule ${rule}`, error),
      options: config.ruleOptions ?? {},
      filters: choice.filters(),
      acceptance: acceptance(),
    };
    return {
      settings: lint,
      flavour: config.profile.flavour,
      fields: choice.now(),
      types: typesOf(current()),
    };
  }

  const isEnded = (): boolean => isStopped;
  const imageReader = createImageReader(files, () => current().config, isEnded);
  const choice = createFieldChoice({
    ...{ files, pause, isStopped: isEnded },
    store: () => store,
    settings: current,
  });
  const store: GuideStore = createGuideStore(context, events);
  const ports: ScanPorts = {
    files,
    store,
    pause,
    progress: (value) => events.progress(value),
    isStopped: isEnded,
  };
  // Most files will be as before: a pass over them is not worth a progress bar.
  const silent: ScanPorts = { ...ports, progress: () => undefined };
  const fullContext = (): CheckContext => ({ ...context(), catalog: store.catalog });
  const currentLook = (): ReadLook => {
    if (!look) throw new Error('the workspace is not open yet');
    return look;
  };
  const info = (): OpenedWorkspace =>
    describeWorkspace(deps.root, current(), choice.now(), store.catalog, currentLook());

  function sendInfo(): void {
    const now = info();
    const json = JSON.stringify(now);
    if (json === sentInfo) return;
    sentInfo = json;
    events.workspaceChanged(now);
  }

  /** Runs passes over the files one after the other. One that waits already need not wait twice: `key`. */
  function enqueue(key: string, work: () => Promise<void>): void {
    if (waiting.has(key)) return;
    waiting.add(key);
    tail = tail.then(async () => {
      waiting.delete(key);
      if (isStopped) return;
      await work().catch((error: unknown) => onError(key, error));
    });
  }

  /** Looks which images there are; what they are is read later, since nothing waits for it. */
  async function listAllImages(): Promise<void> {
    store.setImages(await imageReader.listed());
    enqueue('images', async () => {
      store.setImages(await imageReader.read());
      store.sendEntries();
    });
  }

  /** Checks whatever has not been checked; open guides first, since somebody looks at them. */
  async function checkRest(read?: HeadReader): Promise<void> {
    if (await choice.decide(read)) {
      store.outdate();
      sendInfo();
      if (hasOtherKeys(choice.now().fields)) {
        await scanHeads(await files.list(current().config.guides), silent);
      }
    }
    const rest = store.paths().filter((path) => store.needsCheck(path));
    for (const path of rest) if (store.isOpen(path)) store.checkOpen(path);
    store.sendEntries();
    if (checkAll)
      await checkFiles(
        rest.filter((path) => !store.isOpen(path)),
        ports,
      );
    sendInfo();
  }

  async function scan(reset: boolean): Promise<void> {
    const [listed] = await Promise.all([files.list(current().config.guides), listAllImages()]);
    const there = new Set(listed.map(({ path }) => path));
    for (const path of store.paths()) {
      if (!there.has(path) && !store.isOpen(path)) store.remove(path);
    }
    if (reset) store.sendEntries(true);
    const added = listed.filter(({ path }) => !store.has(path));
    const reader = reset ? choice.startReading() : undefined;
    const reading: ScanPorts = reader ? { ...ports, onHead: reader.add } : ports;
    if (added.length > 0 || reset) await scanHeads(added, reading);
    // Sizes and times only say what to look at first; the bytes decide what is checked again.
    const known = listed.filter(({ path }) => !store.needsCheck(path));
    const paths = known.map(({ path }) => path);
    if (!reset && checkAll) await checkFiles(paths, silent);
    await checkRest(reader);
  }

  /** Reads the looks of the site again, and tells the window where they differ. */
  async function relook(): Promise<void> {
    look = await readLook(files, current().config, look);
    sendInfo();
  }

  async function reload(): Promise<void> {
    const read = await readSettings(files, settings);
    const isSame = read.fingerprint === settings?.fingerprint;
    const isAccepted = read.acceptedFingerprint === settings?.acceptedFingerprint;
    if (isSame && isAccepted) return relook();
    settings = read;
    if (isSame) {
      store.filterAgain();
      store.sendEntries();
      return relook();
    }
    choice.adopt();
    store.outdate();
    await relook();
  }

  async function lookAt(paths: readonly string[]): Promise<void> {
    if (paths.some((path) => path === settingsFolder || path.startsWith(`${settingsFolder}/`))) {
      await reload();
      await scan(false);
      return;
    }
    const { config } = current();
    if (paths.some((path) => concernsLook(config, path))) await relook();
    const matches = createGlobMatcher(config.guides);
    const inStatic = (path: string): boolean =>
      config.static.folder === '' ||
      path === config.static.folder ||
      path.startsWith(`${config.static.folder}/`);
    if (paths.some(inStatic)) await listAllImages();
    const guides = paths.filter((path) => store.has(path) || matches(path));
    const folders = paths.filter((path) => !store.has(path) && !matches(path) && !inStatic(path));
    // A folder that came, went or was renamed is one event for all that is in it.
    const isFolder = (path: string): boolean =>
      !/\.[^./]+$/.test(path) || store.paths().some((known) => known.startsWith(`${path}/`));
    if (folders.some(isFolder)) {
      await scan(false);
      return;
    }
    let isStale = false;
    for (const path of guides) {
      const bytes = await files.read(path);
      if (bytes && matches(path)) store.takeBytes(path, bytes);
      else if (!store.isOpen(path)) store.remove(path);
      if (!store.isOpen(path)) isStale ||= choice.isStale(path, bytes);
      await pause();
    }
    store.sendEntries();
    // However many files change one after the other, what they have in common is read once, after them.
    if (isStale || choice.isOutdated()) enqueue('decide', () => checkRest());
  }

  const typing = deps.clock && createTypingPause(deps.clock);

  /** Checks the open guides that changed, once for however many changes have come in meanwhile. */
  function checkSoon(path: string, ready: () => Promise<void>): void {
    const isWaiting = dirty.size > 0;
    dirty.add(path);
    if (isWaiting) return;
    ready()
      .then(() => {
        const paths = [...dirty];
        dirty.clear();
        if (isStopped) return;
        const check = (): void => {
          for (const one of paths) store.checkOpen(one);
        };
        if (typing) typing.check(check);
        else check();
        store.sendEntries();
      })
      .catch((error: unknown) => onError('open guide', error));
  }

  return {
    store,
    config: () => current().config,
    settings: current,
    look: currentLook,
    context: fullContext,
    images: imageReader.read,
    info,
    async open() {
      settings = await readSettings(files);
      look = await readLook(files, settings.config);
      choice.adopt();
      enqueue('scan', () => scan(true));
      return info();
    },
    async settled() {
      let seen: Promise<void> | undefined;
      while (seen !== tail) {
        seen = tail;
        await seen;
        await pause();
      }
    },
    rescan() {
      enqueue('rescan', async () => {
        await reload();
        await scan(false);
      });
    },
    filesChanged(paths) {
      enqueue(`changed ${paths.join('\n')}`, () => lookAt(paths));
    },
    openDocument(path, text, version) {
      store.setOpen(path, { text, version });
      checkSoon(path, pause);
    },
    changeDocument({ path, version, changes }) {
      const open = store.openText(path);
      if (!open) return;
      open.text = applyEdits(open.text, changes);
      open.version = version;
      typing?.note();
      checkSoon(path, typing?.over ?? pause);
    },
    closeDocument(path) {
      if (!store.isOpen(path)) return;
      store.setOpen(path, undefined);
      enqueue(`close ${path}`, () => lookAt([path]));
    },
    checkBytes(path, bytes) {
      const found = store.known(path, bytes) ?? checkBytes(path, bytes, fullContext());
      const context = fullContext();
      const checked = checkReferences(found, context);
      const unfiltered = { ...context, settings: { ...context.settings, acceptance: [] } };
      const { record } = checked;
      return {
        kind: record.kind,
        slug: record.slug,
        relations: record.relations.map(({ value }) => value),
        images: [...new Set(record.images.map(({ value }) => value))],
        diagnostics: findingsOf(checked, context),
        found: findingsOf(checked, unfiltered),
      };
    },
    dispose() {
      isStopped = true;
    },
  };
}
