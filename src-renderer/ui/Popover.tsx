import type { ReactNode, RefObject } from 'react';
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import './popover.css';
import { classNames } from './class-names.ts';

interface PopoverProps {
  /** The element it stands beside. */
  readonly anchor: RefObject<Element | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Name for screen readers. */
  readonly label: string;
  readonly placement?: AriaPopoverProps['placement'];
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A card beside its control; flips where there is no room, Esc and a click elsewhere close it. */
export function Popover({
  anchor,
  open,
  onClose,
  label,
  placement = 'bottom start',
  className,
  children,
}: PopoverProps) {
  return (
    <AriaPopover
      triggerRef={anchor}
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement={placement}
      offset={4}
      className={classNames('popover', className)}
    >
      <AriaDialog aria-label={label} className="popoverbody">
        {children}
      </AriaDialog>
    </AriaPopover>
  );
}
