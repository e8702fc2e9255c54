import { create } from 'zustand';

/** A finished action that can be taken back. */
export interface FinishedAction {
  readonly id: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Finished actions that are still shown at the bottom right. */
export const useToastStore = create<{ readonly toasts: readonly FinishedAction[] }>(() => ({
  toasts: [],
}));

/** Takes a finished action off the window. */
export function closeToast(id: string): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}

/** Tells of a finished action; one of the same id takes its place. */
export function showToast(toast: FinishedAction): void {
  closeToast(toast.id);
  useToastStore.setState(({ toasts }) => ({ toasts: [...toasts, toast] }));
}
