import { Fragment, type ReactNode, useRef, useState } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Popover as AriaPopover,
  Separator as AriaSeparator,
} from 'react-aria-components';
import './menu.css';
import './popover.css';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import { type IconName, Icon } from './icons.tsx';
import { Kbd } from './Kbd.tsx';

/** One entry of a menu; `separator` draws a line. */
export type MenuEntry =
  | 'separator'
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: IconName | undefined;
      /** A second, grey text. */
      readonly note?: string | undefined;
      /** Electron accelerator. */
      readonly keys?: string | undefined;
      /** `undefined` where the entry is no choice. */
      readonly checked?: boolean | undefined;
      readonly disabled?: boolean | undefined;
      readonly danger?: boolean | undefined;
    };

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
}

type Item = Exclude<MenuEntry, 'separator'>;

function groupsOf(entries: readonly MenuEntry[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [[]];
  for (const entry of entries) {
    if (entry === 'separator') groups.push([]);
    else groups.at(-1)?.push(entry);
  }
  return groups.filter((group) => group.length > 0);
}

// Entries with `checked` become choices for screen readers; they need a section of their own.
function Group({ entries, label }: { readonly entries: readonly Item[]; readonly label: string }) {
  const choices = entries.some((entry) => entry.checked !== undefined);
  const checked = entries.filter((entry) => entry.checked === true).map((entry) => entry.id);
  return (
    <AriaMenuSection
      aria-label={label}
      selectionMode={choices ? 'multiple' : 'none'}
      selectedKeys={checked}
      shouldCloseOnSelect
    >
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </AriaMenuSection>
  );
}

function Entry({ entry }: { readonly entry: Item }) {
  const tick = entry.checked === true ? 'check' : entry.icon;
  return (
    <AriaMenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled === true}
      className={classNames('menuitem', entry.danger === true && 't-error')}
    >
      {tick === undefined ? <span className="noicon" /> : <Icon name={tick} size={14} />}
      <span className="menulabel clip">{entry.label}</span>
      {entry.note !== undefined && <span className="faint clip">{entry.note}</span>}
      {entry.keys !== undefined && <Kbd keys={entry.keys} />}
    </AriaMenuItem>
  );
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
      <AriaPopover
        triggerRef={button}
        isOpen={open}
        onOpenChange={setOpen}
        placement="bottom start"
        offset={4}
        className="popover"
      >
        <AriaMenu
          className="menu"
          aria-label={label}
          autoFocus="first"
          onClose={() => setOpen(false)}
          onAction={(id) => {
            setOpen(false);
            onAction(String(id));
          }}
        >
          {groupsOf(entries).map((group, index) => (
            <Fragment key={group[0]?.id ?? index}>
              {index > 0 && <AriaSeparator className="menuline" />}
              <Group entries={group} label={label} />
            </Fragment>
          ))}
        </AriaMenu>
      </AriaPopover>
    </>
  );
}
