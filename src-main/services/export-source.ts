import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Diagnostic } from '#core/lint/diagnostic';

/** What checking a guide's bytes tells: what they say, what they refer to, what is wrong with them. */
interface CheckedGuideBytes {
  readonly slug: string;
  /** Slugs of its related guides. */
  readonly relations: readonly string[];
  /** Site paths (such as `/static/img/a.png`) of every image it shows, in its details and its body. */
  readonly images: readonly string[];
  /** Findings of these very bytes, as the command line and the window give them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A guide as lists show it. */
interface ListedGuide {
  readonly path: string;
  /** Latin name, for people. */
  readonly name: string;
  readonly title: string;
  readonly slug: string;
}

/** The workspace as an export sees it; the engine that checks it stands behind this port. */
export interface ExportSource {
  /** Absolute path of the workspace. */
  readonly root: string;
  config(): WorkspaceConfig;
  /** The guides that the workspace's globs match; other documents are not exported. */
  guides(): Promise<readonly ListedGuide[]>;
  /** The bytes of a file of the workspace; `undefined` where it is gone, unreadable or outside. */
  read(path: string): Promise<Uint8Array | undefined>;
  check(path: string, bytes: Uint8Array): Promise<CheckedGuideBytes>;
}

/** Path in the workspace of an image by its site path; `undefined` where the static folder does not serve it. */
export function imageSource(
  sitePath: string,
  { static: served }: WorkspaceConfig,
): string | undefined {
  const prefix = `${served.path.replace(/\/+$/, '')}/`;
  if (!sitePath.startsWith(prefix)) return undefined;
  const folder = served.folder.replace(/^\.?\/+|\/+$/g, '');
  const rest = sitePath.slice(prefix.length);
  return folder === '' ? rest : `${folder}/${rest}`;
}

/** The engine's side of the port, as much of it as an export needs. */
interface CheckingEngine {
  config(): WorkspaceConfig;
  settled(): Promise<void>;
  readonly store: {
    readonly catalog: {
      records(): Iterable<ListedGuide & { readonly kind: 'guide' | 'other' }>;
    };
  };
  checkBytes(path: string, bytes: Uint8Array): CheckedGuideBytes;
}

/** The export's view of an open workspace; waits until the engine has read all of it. */
export function exportSourceOf(
  root: string,
  engine: CheckingEngine,
  files: Pick<WorkspaceFiles, 'read'>,
): ExportSource {
  return {
    root,
    config: () => engine.config(),
    async guides() {
      await engine.settled();
      return [...engine.store.catalog.records()].flatMap(({ kind, path, name, title, slug }) =>
        kind === 'guide' ? [{ path, name, title, slug }] : [],
      );
    },
    read: (path) => files.read(path),
    check: (path, bytes) => Promise.resolve(engine.checkBytes(path, bytes)),
  };
}
