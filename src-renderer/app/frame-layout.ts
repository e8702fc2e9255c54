import { clampSize, type SizeRange } from '../ui/splitter-keys.ts';

/** Regions whose size the author can change; the names under which layout keeps their pixels. */
export type SizedRegion = 'sidebar' | 'preview' | 'form' | 'panel';

/** The window and what of it is open. */
export interface FrameInput {
  /** Pixels of the window's content. */
  readonly width: number;
  readonly height: number;
  readonly sizes: Readonly<Record<string, number>>;
  readonly sidebarOpen: boolean;
  readonly previewOpen: boolean;
  /** Whether the form is the chosen view. */
  readonly formChosen: boolean;
}

/** A region's size in pixels and how far it can go. */
export interface RegionSize {
  readonly size: number;
  readonly range: SizeRange;
}

/** Where everything stands; `undefined` regions are hidden. */
export interface Frame {
  readonly sidebar: RegionSize | undefined;
  readonly preview: RegionSize | undefined;
  /** The form as a third pane beside the manuscript, in wide windows only. */
  readonly form: RegionSize | undefined;
  readonly panel: RegionSize;
}

const narrow = 1360;
const wide = 1760;
const sidebarMin = 208;
const sidebarMax = 420;
const leftMin = 420;
const formMin = 420;
const previewMin = 320;
const panelMin = 120;
const panelShare = 0.6;
/** App bar and status bar. */
const fixedHeight = 44 + 26;

function byWidth(width: number, small: number, medium: number, large: number): number {
  if (width < narrow) return small;
  return width < wide ? medium : large;
}

/** Sizes before the author moved anything (guidelines, section 1). */
function defaultSizes(width: number): Readonly<Record<SizedRegion, number>> {
  return {
    sidebar: byWidth(width, 248, 280, 320),
    preview: byWidth(width, 407, 472, 720),
    form: formMin,
    panel: 188,
  };
}

/**
 * Divides the window: each region keeps its range, the manuscript gets the rest. Where the
 * manuscript would fall under its minimum, the list first gives way, then the preview hides.
 */
export function frameLayout(input: FrameInput): Frame {
  const { width, height } = input;
  const sizes = { ...defaultSizes(width), ...input.sizes };
  const panelRange = {
    min: panelMin,
    max: Math.max(panelMin, Math.floor((height - fixedHeight) * panelShare)),
  };
  const panel = { size: clampSize(sizes.panel, panelRange), range: panelRange };
  const thirdPane = input.formChosen && width >= wide;
  const needed = leftMin + (thirdPane ? formMin : 0);

  const fits = (sidebar: number) => width - sidebar >= needed + previewMin;
  const showPreview = input.previewOpen && fits(input.sidebarOpen ? sidebarMin : 0);
  const sidebarRange = {
    min: sidebarMin,
    max: Math.min(sidebarMax, width - needed - (showPreview ? previewMin : 0)),
  };
  const sidebar = input.sidebarOpen
    ? { size: clampSize(sizes.sidebar, sidebarRange), range: sidebarRange }
    : undefined;
  const centre = width - (sidebar?.size ?? 0);
  const previewRange = { min: previewMin, max: centre - needed };
  const preview = showPreview
    ? { size: clampSize(sizes.preview, previewRange), range: previewRange }
    : undefined;
  const left = centre - (preview?.size ?? 0);
  const formRange = { min: formMin, max: left - leftMin };
  const form = thirdPane
    ? { size: clampSize(input.sizes['form'] ?? left / 2, formRange), range: formRange }
    : undefined;
  return { sidebar, preview, form, panel };
}
