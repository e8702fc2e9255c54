import type { GuideEntry } from '../catalog/guide-entry.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { SearchResults } from '../text/search-results.ts';
import type { Settings } from './settings.ts';
import type { WorkspaceInfo } from './contract.ts';

/** What each event carries. */
export interface EventValues {
  'settings.changed': Settings;
  /** Entries added or changed, and paths gone, since the last event; `reset` replaces all. */
  'workspace.entries': {
    readonly reset: boolean;
    readonly upserts: readonly GuideEntry[];
    readonly removes: readonly string[];
  };
  'workspace.progress': {
    readonly phase: 'scan' | 'check';
    readonly done: number;
    readonly total: number;
  };
  /** Schema, vocabulary, types or configuration changed on disk and were read again. */
  'workspace.changed': WorkspaceInfo;
  /** Nothing tells of changes in the folder: it is looked at every few seconds, and when the window comes to the front. */
  'workspace.unwatched': null;
  /** Whether the volume of the folder was taken away: nothing is written until it is back. */
  'workspace.away': { readonly away: boolean };
  /** `version` is that of the open document, or -1 for findings of the file on disk. */
  'findings.changed': {
    readonly path: string;
    readonly version: number;
    readonly diagnostics: readonly Diagnostic[];
  };
  /** `to` is where another program has put a file that is gone from its path (F37). */
  'guide.changedOnDisk': {
    readonly path: string;
    readonly hash: string | null;
    readonly to?: string;
  };
  'export.progress': {
    readonly phase: 'check' | 'compare' | 'write' | 'verify';
    readonly done: number;
    readonly total: number;
  };
  'schema.progress': { readonly done: number; readonly total: number };
  /** Places found by the search that was started last, in pieces. */
  'search.results': SearchResults;
  /** Guides have changed since the last search: it may find other places now. */
  'search.outdated': null;
  /** Id of a command chosen in the native menu. */
  'command.run': { readonly id: string };
  /** The journal of a guide has grown long: tell its text anew by `document.open`. */
  'document.wanted': { readonly path: string };
  /** Whether what is typed reaches no disk, so that it would be lost with the application. */
  'recovery.failing': { readonly failing: boolean };
  /** Whether versions of guides cannot be kept; saving goes on. */
  'history.failing': { readonly failing: boolean };
  /** The window is about to close; answer by `app.setUnsaved` with what is still unsaved. */
  'window.closing': { readonly saveFirst: boolean };
}
