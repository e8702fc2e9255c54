import type { RefObject } from 'react';
import { Popover } from '../../ui/Popover.tsx';
import { PickerList, type PickerListProps } from './PickerList.tsx';

interface PickerProps extends PickerListProps {
  readonly anchor: RefObject<Element | null>;
  readonly open: boolean;
}

/** A card with a search field over a list; it flips where there is no room, and gives the focus back. */
export function Picker({ anchor, open, ...list }: PickerProps) {
  return (
    <Popover
      anchor={anchor}
      open={open}
      onClose={list.onClose}
      label={list.label}
      className="picker"
    >
      <PickerList {...list} />
    </Popover>
  );
}
