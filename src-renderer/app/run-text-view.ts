import { editorSizes } from '#core/ipc/setting-limits';
import { changeSettings, useSettingsStore } from '../stores/settings-store.ts';

// A key that is held down goes on from the size that its last press is still asking for.
let resized: Promise<void> = Promise.resolve();

async function resizeBy(step: (size: number) => number): Promise<void> {
  const { editorSize } = useSettingsStore.getState().settings;
  const next = Math.min(editorSizes.largest, Math.max(editorSizes.smallest, step(editorSize)));
  if (next !== editorSize) await changeSettings({ editorSize: next });
}

function resize(step: (size: number) => number): () => void {
  return () => {
    resized = resized.then(() => resizeBy(step));
  };
}

/** What the commands for the look of the manuscript's text do. */
export const textViewRuns = {
  'view.fontLarger': resize((size) => size + 1),
  'view.fontSmaller': resize((size) => size - 1),
  'view.fontReset': resize(() => editorSizes.usual),
  'view.blankMarks': () =>
    changeSettings({ blankMarks: !useSettingsStore.getState().settings.blankMarks }),
} as const;
