import { useLayoutEffect, useState } from 'react';
import type { CommandId } from '#core/commands/commands';
import { formatMessages } from '#core/messages/format';
import { useLocalized, useText } from '../stores/use-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import {
  commandById,
  headingMenu,
  toolbarButtons,
  type ToolbarItem,
  toolbarMenu,
} from './toolbar.ts';

// Width of a button of the bar and of the gap beside it, in pixels: button.css and --space-1.
const BUTTON = 28;
const GAP = 4;
// Room for the ring of the focus at both ends.
const RING = 3;

interface FormatToolsProps {
  readonly run: (id: CommandId) => void;
  /** What the text at the caret is already. */
  readonly active: ReadonlySet<CommandId>;
  /** Why nothing can be formatted; `undefined` where the text can be edited. */
  readonly disabledReason?: string | undefined;
}

/** How many buttons stand beside the menu in a bar of a width, the headings among them. */
function buttonsThatFit(width: number): number {
  return Math.max(0, Math.floor((width + GAP) / (BUTTON + GAP)) - 1);
}

function useFitting(count: number): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = (): void =>
      setFitting(Math.min(count, buttonsThatFit(element.clientWidth - 2 * RING)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [element, count]);
  return [setElement, fitting];
}

/** The formatting buttons over the manuscript; those that do not fit go into the menu at their end. */
export function FormatTools({ run, active, disabledReason }: FormatToolsProps) {
  const text = useText(formatMessages);
  const localized = useLocalized();
  const [setElement, fitting] = useFitting(toolbarButtons.length + 1);
  const disabled = disabledReason !== undefined;
  const entry = ({ id, icon }: ToolbarItem): MenuEntry => {
    const { title, key } = commandById(id);
    const checked = active.has(id) ? { checked: true } : {};
    return { id, label: localized(title), icon, keys: key, disabled, ...checked };
  };
  const hidden = toolbarButtons.slice(Math.max(0, fitting - 1));
  const groups = [...(fitting < 1 ? [headingMenu] : []), hidden, ...toolbarMenu];
  const more = groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): MenuEntry[] => [
      ...(index > 0 ? (['separator'] as const) : []),
      ...group.map(entry),
    ]);
  // The menu gives the focus back to its button when it is gone; the manuscript takes it after that.
  const later = (id: string): number => requestAnimationFrame(() => run(id as CommandId));
  return (
    <div ref={setElement} className="formattools" role="group" aria-label={text('tools')}>
      {fitting > 0 && (
        <MenuButton
          label={text('heading')}
          icon="heading"
          entries={headingMenu.map(entry)}
          disabledReason={disabledReason}
          onAction={later}
        />
      )}
      {toolbarButtons.slice(0, Math.max(0, fitting - 1)).map(({ id, icon }) => {
        const { title, key } = commandById(id);
        return (
          <IconButton
            key={id}
            icon={icon}
            label={localized(title)}
            shortcut={key === undefined ? undefined : keyLabel(key)}
            pressed={active.has(id)}
            disabledReason={disabledReason}
            onPress={() => run(id)}
          />
        );
      })}
      <MenuButton
        label={text('more')}
        entries={more}
        disabledReason={disabledReason}
        onAction={later}
      />
    </div>
  );
}
