import { type FocusEvent, type RefObject, useRef } from 'react';

/** Tells which value's control has the focus, the deepest one; `undefined` once the focus leaves the form. */
export function useFieldFocus(
  root: RefObject<HTMLElement | null>,
  onFieldFocus: ((pointer: string | undefined) => void) | undefined,
): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const last = useRef<string>(undefined);
  const tell = (pointer: string | undefined): void => {
    if (pointer === last.current) return;
    last.current = pointer;
    onFieldFocus?.(pointer);
  };
  // Cards of a field stand elsewhere in the page, yet their events come through here.
  const isInside = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement && root.current?.contains(target) === true;
  return {
    onFocus({ target }) {
      if (!isInside(target)) return;
      tell(target.closest<HTMLElement>('[data-pointer]')?.dataset['pointer']);
    },
    onBlur({ relatedTarget }) {
      if (!isInside(relatedTarget)) tell(undefined);
    },
  };
}
