import { create } from 'zustand';

/** What the window last told screen readers of its own accord; empty before the first time. */
export const useAnnounceStore = create<{ readonly said: string }>(() => ({ said: '' }));

/** Has a finished change read out when there is a pause, such as the new place of a moved item. */
export function announce(text: string): void {
  useAnnounceStore.setState(({ said }) => ({
    // A live region is read only where its text differs: the same words again get a blank more.
    said: said === text ? `${text}\u00a0` : text,
  }));
}
