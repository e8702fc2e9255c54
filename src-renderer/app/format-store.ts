import { create } from 'zustand';
import type { CommandId } from '#core/commands/commands';

/** What the text at the caret is already, for the buttons over the manuscript; follows the caret with a delay. */
export const useFormatStore = create<{ readonly active: ReadonlySet<CommandId> }>(() => ({
  active: new Set(),
}));

/** Takes what the text at the caret is; nothing is drawn anew where that is as before. */
export function setActiveFormats(ids: readonly CommandId[]): void {
  const { active } = useFormatStore.getState();
  if (ids.length === active.size && ids.every((id) => active.has(id))) return;
  useFormatStore.setState({ active: new Set(ids) });
}
