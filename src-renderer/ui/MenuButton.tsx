import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.tsx';
import { type MenuEntry, MenuPopover } from './MenuPopover.tsx';

interface MenuButtonProps {
  /** Name of the button: its tooltip where it is only an icon, else for screen readers. */
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** Words of the button; without them it is only the icon. */
  readonly children?: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly size?: 'bar' | 'small' | undefined;
  readonly className?: string | undefined;
  /** Why the menu cannot be opened; it keeps its place. */
  readonly disabledReason?: string | undefined;
}

/** A button that opens a menu under it. */
export function MenuButton({
  label,
  icon,
  children,
  entries,
  onAction,
  size = 'bar',
  className,
  disabledReason,
}: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shared = {
    ref: button,
    label,
    size,
    expanded: open,
    popup: 'menu',
    onPress: () => setOpen(true),
    className,
    disabledReason,
  } as const;
  return (
    <>
      {children === undefined ? (
        <IconButton {...shared} icon={icon ?? 'more'} />
      ) : (
        <Button {...shared} variant="ghost" icon={icon}>
          {children}
        </Button>
      )}
      <MenuPopover
        anchor={button}
        open={open}
        onClose={() => setOpen(false)}
        label={label}
        entries={entries}
        onAction={onAction}
      />
    </>
  );
}
