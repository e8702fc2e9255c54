import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { Result } from '#core/ipc/contract';

/** What an image field can do with the files of the site, beyond showing those there are. */
export interface ImageFiles {
  /** The folder of the images, relative to the workspace, and the site path it is served under. */
  readonly static: WorkspaceConfig['static'];
  /** Lets the author choose a file in the system's dialog; its site path, or `null`. `beside`: site path of the present image. */
  choose(beside: string): Promise<Result<string | null>>;
  /** Puts an image into the static folder; its site path, once it is on disk. */
  add(name: string, bytes: Uint8Array<ArrayBuffer>, beside: string): Promise<Result<string>>;
  /** Shows a file in its folder; the path is relative to the workspace. */
  reveal(path: string): void;
}
