/** One file as a listing finds it. */
export interface ListedFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970; a hint for what to read again, never proof of sameness. */
  readonly modifiedMs: number;
}

/** The disk as the engine sees it: one workspace, read only, never outside its root. */
export interface WorkspaceFiles {
  /**
   * Files that match any of the globs and none that begins with `!`, in order of path. `node_modules` and
   * folders that begin with a dot are passed over, unless a glob names the folder in its plain beginning.
   */
  list(globs: readonly string[]): Promise<readonly ListedFile[]>;
  /**
   * The bytes of a file, at most `limit` from its start; `undefined` where it is gone, unreadable or outside.
   * Of a file whose name is no text (F23) nothing is read, though it is there.
   */
  read(path: string, limit?: number): Promise<Uint8Array | undefined>;
}
