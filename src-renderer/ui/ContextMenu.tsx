import { useRef } from 'react';
import './menu.css';
import { type MenuEntry, MenuPopover } from './MenuPopover.tsx';

/** Where a menu was asked for, in pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  /** `undefined` while it is closed. */
  readonly at: MenuPlace | undefined;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
}

/** The menu of a row or a tab, where the pointer or the menu key asked for it. */
export function ContextMenu({ at, label, entries, onAction, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  if (at === undefined) return null;
  return (
    <>
      <span
        ref={anchor}
        className="menuanchor"
        aria-hidden="true"
        style={{ left: at.x, top: at.y }}
      />
      <MenuPopover
        anchor={anchor}
        open
        onClose={onClose}
        label={label}
        entries={entries}
        onAction={onAction}
      />
    </>
  );
}

/**
 * Where to open the menu for an event: at the pointer, or under `element` where the menu key or
 * Shift+F10 asked, which have no place of their own.
 */
export function menuPlaceOf(
  event: { readonly clientX: number; readonly clientY: number; readonly button: number },
  element: Element | undefined,
): MenuPlace {
  const box = element?.getBoundingClientRect();
  if (event.button === 2 || box === undefined) return { x: event.clientX, y: event.clientY };
  return { x: box.left + Math.min(24, box.width / 2), y: box.bottom };
}
