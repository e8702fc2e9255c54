import { useLayoutEffect, useRef } from 'react';
import { focusAfterPopover } from './focus-after-popover.ts';

/**
 * Moves the focus once the next rendering stands: an item that has just been moved or taken out is
 * not where it will be. The function returned asks for it, by the index the list then has.
 */
export function useFocusAfter(focus: (index: number) => void): (index: number) => void {
  const wanted = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const index = wanted.current;
    wanted.current = undefined;
    if (index !== undefined) focusAfterPopover(() => focus(index));
  });
  return (index) => {
    wanted.current = index;
  };
}
