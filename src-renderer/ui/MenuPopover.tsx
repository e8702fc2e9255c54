import { Fragment, type RefObject } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Popover as AriaPopover,
  Separator as AriaSeparator,
} from 'react-aria-components';
import './menu.css';
import './popover.css';
import { classNames } from './class-names.ts';
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

interface MenuPopoverProps {
  /** The element it stands under. */
  readonly anchor: RefObject<Element | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Name for screen readers. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
}

/** A menu under an element; arrows move, Enter chooses, Esc closes and gives the focus back. */
export function MenuPopover({ anchor, open, onClose, label, entries, onAction }: MenuPopoverProps) {
  return (
    <AriaPopover
      triggerRef={anchor}
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={4}
      className="popover"
      aria-label={label}
    >
      <AriaMenu
        className="menu"
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        onAction={(id) => {
          onClose();
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
  );
}
