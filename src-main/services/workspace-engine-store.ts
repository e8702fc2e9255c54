import { type Catalog, createCatalog } from '#core/catalog/catalog';
import type { ImageFacts } from '#core/catalog/image-facts';
import type { ListedFile } from '#core/catalog/workspace-files';
import type { Body } from '#core/lint/body';
import type { Diagnostic } from '#core/lint/diagnostic';
import { hashOf } from '../files/hash.ts';
import type { WorkspaceProcessEvents } from '../lint-process/api.ts';
import {
  checkBytes,
  type CheckContext,
  type CheckedGuide,
  checkReferences,
  checkText,
  findingsOf,
  readHeadRecord,
  toEntry,
  unreadableRecord,
} from './workspace-engine-guides.ts';

/** A guide open in an editor: its text with LF ends, as the author sees it, counts instead of the file. */
interface OpenText {
  text: string;
  version: number;
  /** The version that was checked last; findings belong to it. */
  checkedVersion?: number;
  body?: { readonly body: Body; readonly findings: readonly Diagnostic[] };
}

/** What is kept of one file; never its text, unless it is open. */
interface GuideState {
  listed?: ListedFile | undefined;
  /** SHA-256 (hex) of the bytes that were checked. */
  hash?: string | undefined;
  checked?: CheckedGuide | undefined;
  findings: readonly Diagnostic[];
  open?: OpenText | undefined;
  /** The entry that was sent last, as JSON. */
  sent?: string;
}

/** Everything known of the guides of one workspace, kept in step with the catalog; tells listeners of each change. */
export interface GuideStore {
  readonly catalog: Catalog;
  paths(): readonly string[];
  has(path: string): boolean;
  listed(path: string): ListedFile | undefined;
  findings(path: string): readonly Diagnostic[];
  isOpen(path: string): boolean;
  /** Whether the file has not been checked since it was found, or since the rules changed. */
  needsCheck(path: string): boolean;
  /** Takes in a file by its first bytes; `undefined` text for one that cannot be read. */
  takeHead(listed: ListedFile, text: string | undefined): void;
  /** Checks the bytes of a file, unless its open text counts or they are the ones checked last. */
  takeBytes(path: string, bytes: Uint8Array, listed?: ListedFile): void;
  remove(path: string): void;
  openText(path: string): OpenText | undefined;
  /** SHA-256 (hex) of the bytes of its file that were checked last; `undefined` before that, and while it is open. */
  hash(path: string): string | undefined;
  setOpen(path: string, open: OpenText | undefined): void;
  /** Checks the open text of a guide and sends its findings with their version. */
  checkOpen(path: string): void;
  /** What a check of these very bytes has found already; `undefined` where it must be done anew. */
  known(path: string, bytes: Uint8Array): CheckedGuide | undefined;
  setImages(images: readonly ImageFacts[]): void;
  /** Shows what was found by the filters of now, because accepted findings are others. */
  filterAgain(): void;
  /** Forgets what was checked, because the rules or the fields are others now. */
  outdate(): void;
  /** Sends the entries that changed since the last time; with `reset`, all of them. */
  sendEntries(reset?: boolean): void;
}

const noFindings: readonly Diagnostic[] = [];

/** Makes the store of a workspace; `context` gives the rules and fields in force, the catalog aside. */
export function createGuideStore(
  context: () => Omit<CheckContext, 'catalog'>,
  events: Pick<WorkspaceProcessEvents, 'entries' | 'findings'>,
): GuideStore {
  const catalog = createCatalog();
  const states = new Map<string, GuideState>();
  const touched = new Set<string>();
  const gone = new Set<string>();
  let isAnyChecked = false;
  const fullContext = (): CheckContext => ({ ...context(), catalog });

  const stateOf = (path: string): GuideState => {
    let state = states.get(path);
    if (!state) states.set(path, (state = { findings: noFindings }));
    return state;
  };

  /** Takes over what a check found; a closed guide's findings are sent only where they differ. */
  function settle(path: string, state: GuideState, checked: CheckedGuide): void {
    const before = state.findings;
    const findings = findingsOf(checked, fullContext());
    state.checked = checked;
    isAnyChecked = true;
    state.findings = findings;
    touched.add(path);
    const { open } = state;
    if (open) {
      events.findings({ path, version: open.checkedVersion ?? 0, diagnostics: findings });
    } else if (
      before.length + findings.length > 0 &&
      JSON.stringify(before) !== JSON.stringify(findings)
    ) {
      events.findings({ path, version: -1, diagnostics: findings });
    }
  }

  function recheckReferences(paths: Iterable<string>): void {
    for (const path of paths) {
      const state = states.get(path);
      if (state?.checked) settle(path, state, checkReferences(state.checked, fullContext()));
    }
  }

  function take(path: string, state: GuideState, checked: CheckedGuide): void {
    const change = catalog.upsert(checked.record);
    settle(path, state, checkReferences(checked, fullContext()));
    recheckReferences(catalog.concernedBy(change, path));
  }

  function remove(path: string): void {
    const state = states.get(path);
    if (!state) return;
    states.delete(path);
    touched.delete(path);
    gone.add(path);
    recheckReferences(catalog.concernedBy(catalog.remove(path), path));
  }

  return {
    catalog,
    paths: () => [...states.keys()].sort(),
    has: (path) => states.has(path),
    listed: (path) => states.get(path)?.listed,
    findings: (path) => states.get(path)?.findings ?? noFindings,
    isOpen: (path) => states.get(path)?.open !== undefined,
    needsCheck: (path) => states.get(path)?.checked === undefined,
    takeHead(listed, text) {
      const state = stateOf(listed.path);
      state.listed = listed;
      if (state.open || state.checked) return;
      const { path } = listed;
      const record =
        text === undefined
          ? unreadableRecord(path)
          : readHeadRecord(path, text, fullContext().fields);
      const change = catalog.upsert(record);
      // In the first pass nothing has been checked that could be concerned.
      if (isAnyChecked) recheckReferences(catalog.concernedBy(change, path));
      touched.add(path);
    },
    takeBytes(path, bytes, listed) {
      const state = stateOf(path);
      if (listed) state.listed = listed;
      if (state.open) return;
      const hash = hashOf(bytes);
      if (state.checked && state.hash === hash) return;
      state.hash = hash;
      const { record, parts, bodyFrom } = checkBytes(path, bytes, fullContext());
      take(path, state, { record, parts, bodyFrom });
    },
    remove,
    openText: (path) => states.get(path)?.open,
    hash: (path) => states.get(path)?.hash,
    setOpen(path, open) {
      const state = stateOf(path);
      state.open = open;
      state.hash = undefined;
      // What was checked of the file has other offsets than the text of the editor.
      state.checked = undefined;
    },
    checkOpen(path) {
      const state = states.get(path);
      if (!state?.open) return;
      const { body, ...checked } = checkText(path, state.open.text, fullContext(), state.open.body);
      state.open.checkedVersion = state.open.version;
      state.open.body = { body, findings: checked.parts.body };
      take(path, state, checked);
    },
    known(path, bytes) {
      const state = states.get(path);
      if (!state || state.open || state.hash !== hashOf(bytes)) return undefined;
      return state.checked;
    },
    setImages: (images) => recheckReferences(catalog.setImages(images)),
    filterAgain() {
      for (const [path, state] of states) if (state.checked) settle(path, state, state.checked);
    },
    outdate() {
      for (const state of states.values()) {
        state.checked = undefined;
        state.hash = undefined;
        if (state.open) delete state.open.body;
      }
    },
    sendEntries(reset = false) {
      const paths = reset ? [...states.keys()] : [...touched];
      const upserts = paths.flatMap((path) => {
        const record = catalog.get(path);
        const state = states.get(path);
        if (!record || !state) return [];
        const entry = toEntry(record, state.findings);
        const json = JSON.stringify(entry);
        if (!reset && state.sent === json) return [];
        state.sent = json;
        return [entry];
      });
      const removes = reset ? [] : [...gone].filter((path) => !states.has(path));
      touched.clear();
      gone.clear();
      if (reset || upserts.length + removes.length > 0) events.entries({ reset, upserts, removes });
    },
  };
}
