import { z } from 'zod';

const tabPlace = z.object({
  path: z.string(),
  /** UTF-16 offset. */
  caret: z.number(),
  /** Line (from 0, with a fraction) at the top of the manuscript. */
  scroll: z.number(),
  /** Other end of the selection. */
  anchor: z.number().optional(),
  /** Beginning of each line that hides others, and how many it hides. */
  folds: z.array(z.tuple([z.number(), z.number()])).optional(),
  /** Length of the text (UTF-16 units) in which the guide was left so. */
  length: z.number().optional(),
  /** Whether the guide details are open in the manuscript. */
  detailsOpen: z.boolean().optional(),
});

/** Panes, tabs and places of one workspace's window; all optional, so an older layout still opens. */
export const layoutSchema = z.object({
  sidebarOpen: z.boolean().optional(),
  panelOpen: z.boolean().optional(),
  previewOpen: z.boolean().optional(),
  outlineOpen: z.boolean().optional(),
  /** What was open before focus mode; absent while it is off. */
  beforeFocus: z
    .object({ sidebarOpen: z.boolean(), panelOpen: z.boolean(), previewOpen: z.boolean() })
    .optional(),
  sizes: z.record(z.string(), z.number()).optional(),
  view: z.enum(['source', 'form']).optional(),
  previewShows: z.enum(['page', 'search', 'social']).optional(),
  previewWidth: z.enum(['phone', 'tablet', 'desktop']).optional(),
  previewScheme: z.enum(['light', 'dark']).optional(),
  sort: z.enum(['name', 'title', 'path', 'findings']).optional(),
  groupByCategory: z.boolean().optional(),
  tabs: z.array(tabPlace).optional(),
  /** Where guides were left whose tabs are closed, the one closed last at the end. */
  closed: z.array(tabPlace).optional(),
  activeTab: z.string().optional(),
});

/** Panes, tabs and places of one window, as they are kept. */
export type Layout = z.output<typeof layoutSchema>;

/** How wide the page is shown. */
export type PreviewWidth = NonNullable<Layout['previewWidth']>;

/** For which readers the page is shown: those who prefer the light, or the dark. */
export type PreviewScheme = NonNullable<Layout['previewScheme']>;
