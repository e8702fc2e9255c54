import { create } from 'zustand';
import type { Layout, PreviewScheme, PreviewWidth } from '#core/ipc/layout';

/** Which dialog covers the window, if any. */
export type Dialog =
  | 'settings'
  | 'about'
  | 'new-guide'
  | 'duplicate'
  | 'rename'
  | 'move'
  | 'trash'
  | 'not-done'
  | 'palette'
  | 'actions'
  | 'fix-all'
  | 'image'
  | 'pdf'
  | 'print'
  | 'field-definitions';

/** What the bottom panel shows: findings of the guide or of the folder, who names the guide, or a search. */
export type PanelTab = 'guide' | 'folder' | 'references' | 'search';

interface LayoutState {
  readonly sidebarOpen: boolean;
  readonly panelOpen: boolean;
  readonly previewOpen: boolean;
  readonly outlineOpen: boolean;
  /** What was open before the text was left alone; `undefined` while focus mode is off. */
  readonly beforeFocus: Layout['beforeFocus'];
  /** Width or height of a region in pixels by its name; absent means the default of the window's width. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The page, how a search engine shows it, or how links to it look where people share them. */
  readonly previewShows: 'page' | 'search' | 'social';
  readonly previewWidth: PreviewWidth;
  /** Counts where the site has a dark form. */
  readonly previewScheme: PreviewScheme;
  readonly sort: NonNullable<Layout['sort']>;
  readonly groupByCategory: boolean;
  readonly panelTab: PanelTab;
  readonly dialog: Dialog | undefined;
  /** Guide that the dialog is about, where it is about one; not always the one in front. */
  readonly dialogPath: string | undefined;
  /** What the dialog 'not-done' says. */
  readonly dialogText: string;
  /** Rule whose findings the dialog 'fix-all' starts with; all where `undefined`. */
  readonly fixAllCode: string | undefined;
}

/** What is shown and how wide; restored at the next start, per workspace (but for the dialog). */
export const useLayoutStore = create<LayoutState>(() => ({
  sidebarOpen: true,
  panelOpen: true,
  previewOpen: true,
  outlineOpen: false,
  beforeFocus: undefined,
  sizes: {},
  previewShows: 'page',
  previewWidth: 'phone',
  previewScheme: 'light',
  sort: 'name',
  groupByCategory: false,
  panelTab: 'guide',
  dialog: undefined,
  dialogPath: undefined,
  dialogText: '',
  fixAllCode: undefined,
}));
