import type { ReactNode } from 'react';
import { shellMessages } from '#core/messages/shell';
import { useText } from '../stores/use-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { IconName } from '../ui/icons.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { Segmented } from '../ui/Segmented.tsx';
import './pane-bar.css';

/** One icon button of the pane bar. */
interface PaneAction {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  /** Electron accelerator. */
  readonly keys?: string | undefined;
  readonly onPress: () => void;
  readonly disabledReason?: string | undefined;
}

interface PaneBarProps {
  readonly view: 'source' | 'form';
  readonly onView: (view: 'source' | 'form') => void;
  /** What can be done to the text; empty in the form. */
  readonly actions: readonly PaneAction[];
  readonly previewOpen: boolean;
  readonly onTogglePreview: () => void;
  /** Beside the switch, such as the findings of the form. */
  readonly children?: ReactNode;
  /** At the right end, such as the outline. */
  readonly end?: ReactNode;
}

/** The bar over manuscript and form: which of the two, what can be done, the preview's switch. */
export function PaneBar(props: PaneBarProps) {
  const { view, onView, actions, previewOpen, onTogglePreview, children, end } = props;
  const text = useText(shellMessages);
  return (
    <div className="panebar">
      <Segmented
        label={text('viewLabel')}
        value={view}
        onChange={onView}
        segments={[
          {
            value: 'source',
            label: text('source'),
            icon: 'text',
            shortcut: keyLabel('CmdOrCtrl+1'),
          },
          { value: 'form', label: text('form'), icon: 'form', shortcut: keyLabel('CmdOrCtrl+2') },
        ]}
      />
      {(actions.length > 0 || children !== undefined) && <span className="sep" />}
      {actions.map((action) => (
        <IconButton
          key={action.id}
          icon={action.icon}
          label={action.label}
          shortcut={action.keys === undefined ? undefined : keyLabel(action.keys)}
          disabledReason={action.disabledReason}
          onPress={action.onPress}
        />
      ))}
      {children}
      <span className="grow" />
      {end}
      <IconButton
        icon="columns"
        label={text(previewOpen ? 'hidePreview' : 'showPreview')}
        shortcut={keyLabel('CmdOrCtrl+3')}
        pressed={previewOpen}
        onPress={onTogglePreview}
      />
    </div>
  );
}
