import type { ExportTarget } from '../catalog/workspace-config.ts';
import type { Localized } from '../messages/messages.ts';
import type { ExportManifest } from './manifest.ts';

/** What a guide at the target refers to, as it stands there now. */
export interface TargetGuide {
  readonly slug: string;
  /** Slugs of its related guides. */
  readonly relations: readonly string[];
  /** Paths under the target of the images it shows. */
  readonly images: readonly string[];
}

/** One guide as it was read and checked for an export. */
export interface GuideSnapshot {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  /** SHA-256 (hex) of the bytes that were checked. */
  readonly hash: string;
  readonly bytes: number;
  /** What keeps it from being exported: its findings at error level, and what the reader refused. */
  readonly problems: readonly {
    readonly message: Localized;
    readonly place?: { readonly pointer?: string; readonly from: number };
  }[];
  /** Slugs of its related guides. */
  readonly relations: readonly string[];
  /** Paths in the workspace of the images it shows. */
  readonly images: readonly string[];
}

/** One image of the workspace as it was read for an export. */
export interface ImageSnapshot {
  readonly path: string;
  readonly sitePath: string;
  readonly hash: string;
  readonly bytes: number;
  /** Why it may not be exported; the guides that show it are blocked by it. */
  readonly problem?: Localized;
}

/** What the target holds. */
export interface TargetListing {
  /** SHA-256 (hex) by path of every file that the plan or the manifest may touch; `undefined`: not a plain file. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Paths of everything in the folders concerned, for names that differ only in case. */
  readonly names: readonly string[];
  /** Folders on the way that are links or files. */
  readonly unusableFolders: ReadonlySet<string>;
  /** What the earlier exports at the target refer to, by path under the target. */
  readonly guides: ReadonlyMap<string, TargetGuide>;
}

/** Everything a plan is made of. */
export interface PlanInput {
  readonly guides: readonly GuideSnapshot[];
  /** By path in the workspace; an image that is not there is missing. */
  readonly images: ReadonlyMap<string, ImageSnapshot>;
  readonly target: ExportTarget;
  /** Globs of the guides, which say how their paths shorten under the target's guides folder. */
  readonly globs: readonly string[];
  readonly staticFolder: string;
  /** `undefined` where there is none or it is not to be trusted: then nothing at the target is ours. */
  readonly manifest: ExportManifest | undefined;
  readonly listing: TargetListing;
}
