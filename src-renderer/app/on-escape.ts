import { useLayoutStore } from '../stores/layout-store.ts';
import { isComposing } from '../ui/composing.ts';

/** Calls `leave` on Esc where no dialog, menu or field takes it; the function returned stops it. */
export function onEscape(leave: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    const isTaken =
      useLayoutStore.getState().dialog !== undefined ||
      (event.target instanceof Element && event.target.closest('[role="menu"], input') !== null);
    if (!isTaken) leave();
  };
  // Before a dialog closes itself: afterwards none would be seen.
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}
