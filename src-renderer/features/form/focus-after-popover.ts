/** Longest wait in frames; a card fades within far fewer, and one that stays open keeps the focus. */
const mostFrames = 60;

/** Moves the focus at once, or when the open menu or card has closed: until then the rest of the window takes none. */
export function focusAfterPopover(focus: () => void): void {
  const popover = [...document.querySelectorAll('.popover')].at(-1);
  let frames = 0;
  const attempt = (): void => {
    if (popover?.isConnected !== true) focus();
    // Where the focus is still nowhere, the window has not been given back yet.
    const isDone = popover?.isConnected !== true && document.activeElement !== document.body;
    frames += 1;
    if (!isDone && frames < mostFrames) requestAnimationFrame(attempt);
  };
  attempt();
}
