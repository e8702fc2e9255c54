import { type DragEvent, type KeyboardEvent, useRef } from 'react';
import { formListMessages } from '#core/messages/form-lists';
import { announce } from '../../stores/announce-store.ts';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Where Alt with an arrow takes an item; `undefined` for other keys, during composition, and past the ends. */
export function reorderTarget(
  event: KeyboardEvent,
  index: number,
  count: number,
): number | undefined {
  const step = steps[event.key];
  if (!event.altKey || step === undefined || isComposing(event)) return undefined;
  const to = index + step;
  return to >= 0 && to < count ? to : undefined;
}

/** A move that is also read out where it is done: the new place, counted from 1, of how many. */
export function useAnnouncedMove(
  count: number,
  move: (from: number, to: number) => boolean,
): (from: number, to: number) => void {
  const text = useText(formListMessages);
  return (from, to) => {
    if (move(from, to)) announce(text('movedTo', { to: to + 1, count }));
  };
}

/** Attributes that let the items of one list be dragged onto each other's places. */
export function useReorder(
  enabled: boolean,
  move: (from: number, to: number) => void,
): (index: number) => {
  readonly draggable: boolean;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
} {
  const dragged = useRef<number | undefined>(undefined);
  return (index) => ({
    draggable: enabled,
    onDragStart(event) {
      dragged.current = index;
      event.dataTransfer.effectAllowed = 'move';
      event.stopPropagation();
    },
    onDragOver(event) {
      // Only items of this very list may be dropped: files go to whoever handles them.
      if (dragged.current !== undefined) event.preventDefault();
    },
    onDrop(event) {
      const from = dragged.current;
      dragged.current = undefined;
      if (from === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (from !== index) move(from, index);
    },
    onDragEnd() {
      dragged.current = undefined;
    },
  });
}
