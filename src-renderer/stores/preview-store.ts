import { create } from 'zustand';

interface PreviewState {
  /** Whether the page stands on the default page because the site's template makes none. */
  readonly isTemplateBroken: boolean;
}

/** What the rest of the window needs to know of the preview. */
export const usePreviewStore = create<PreviewState>(() => ({ isTemplateBroken: false }));
