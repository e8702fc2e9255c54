import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Heading as AriaHeading,
  Modal as AriaModal,
  ModalOverlay as AriaModalOverlay,
} from 'react-aria-components';
import './dialog.css';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly title: string;
  /** 480, 640 or 860 px wide. */
  readonly size: 'small' | 'medium' | 'large';
  /** Name of the × in the title bar. */
  readonly closeLabel: string;
  /** Called by Esc, the × and a click outside; the caller decides whether typed text may go. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the primary one last. */
  readonly footer?: ReactNode;
  /** Removes the title bar; the title is then only said, not shown. */
  readonly bare?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A dialog over the dimmed window; keeps the focus inside and gives it back when it closes. */
export function Dialog({
  title,
  size,
  closeLabel,
  onClose,
  children,
  footer,
  bare = false,
  className,
}: DialogProps) {
  return (
    <AriaModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="scrim"
    >
      <AriaModal className={classNames('dialog', size, className)}>
        <AriaDialog className="dialogbody" {...(bare ? { 'aria-label': title } : {})}>
          {!bare && (
            <header className="dh">
              <AriaHeading slot="title" level={2}>
                {title}
              </AriaHeading>
              <span className="grow" />
              <IconButton icon="x" label={closeLabel} onPress={onClose} />
            </header>
          )}
          {children}
          {footer !== undefined && <footer className="df">{footer}</footer>}
        </AriaDialog>
      </AriaModal>
    </AriaModalOverlay>
  );
}
