import { create } from 'zustand';
import type { Failure, OpenedGuide } from '#core/ipc/contract';
import { emptyCount, type TextCount } from '#core/text/text-count';

/** An open guide as tabs, list and banners see it; the text itself lives in its GuideSession only. */
export interface OpenDocument {
  readonly path: string;
  /** Its tab was closed with unsaved text: out of the tabs, but kept until it is saved. */
  readonly hidden?: boolean;
  /** The text differs from what was last read or saved. */
  readonly unsaved: boolean;
  readonly saving: boolean;
  readonly readOnly: OpenedGuide['readOnly'];
  /** What the text was read in where it is not UTF-8 (see OpenedGuide). */
  readonly encoding?: string | undefined;
  /** Why the guide was not made UTF-8, until the next try. */
  readonly convertFailure?: Failure | undefined;
  /** `changed`: the file differs from what this text is based on; `deleted`: it is gone. */
  readonly disk: 'same' | 'changed' | 'deleted';
  /** Milliseconds since 1970 of the last save in this window. */
  readonly savedAt: number | undefined;
  /** Its unsaved text came back from the last time: when it was last changed, in milliseconds since 1970. */
  readonly recoveredAt?: number | undefined;
  /** Why the last save did not happen, until the next try. */
  readonly saveFailure: Failure | undefined;
}

interface DocumentsState {
  /** Open tabs in order. */
  readonly documents: readonly OpenDocument[];
  readonly active: string | undefined;
  /** Which view stands in the left pane. */
  readonly view: 'source' | 'form';
  /** What covers the window, if anything: comparison, history, review, first page. A place, not a dialog. */
  readonly place: 'editor' | 'export' | 'compare' | 'history' | 'welcome';
  /** Caret of the active guide: UTF-16 offset, line and column from 1, selected characters (graphemes). */
  readonly caret: {
    readonly offset: number;
    readonly line: number;
    readonly column: number;
    readonly selected: number;
  };
  /** How long the body of the active guide is. */
  readonly bodyCount: TextCount;
}

/** The open guides and what is shown of them. */
export const useDocumentsStore = create<DocumentsState>(() => ({
  documents: [],
  active: undefined,
  view: 'source',
  place: 'editor',
  caret: { offset: 0, line: 1, column: 1, selected: 0 },
  bodyCount: emptyCount,
}));

/** Changes one open document; nothing happens where it is not open. */
export function changeDocument(path: string, changes: Partial<OpenDocument>): void {
  useDocumentsStore.setState((state) => ({
    documents: state.documents.map((document) =>
      document.path === path ? { ...document, ...changes } : document,
    ),
  }));
}
