import type { ReactNode } from 'react';
import { shellMessages } from '#core/messages/shell';
import { useText } from '../stores/use-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { Segmented } from '../ui/Segmented.tsx';
import './pane-bar.css';

interface PaneBarProps {
  readonly view: 'source' | 'form';
  readonly onView: (view: 'source' | 'form') => void;
  /** What can be done to the text; takes the room that is left. Nothing in the form. */
  readonly tools?: ReactNode;
  readonly previewOpen: boolean;
  readonly onTogglePreview: () => void;
  /** Beside the switch, such as the findings of the form. */
  readonly children?: ReactNode;
  /** At the right end, such as the outline. */
  readonly end?: ReactNode;
}

/** The bar over manuscript and form: which of the two, what can be done, the preview's switch. */
export function PaneBar(props: PaneBarProps) {
  const { view, onView, tools, previewOpen, onTogglePreview, children, end } = props;
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
      {(tools ?? children) !== undefined && <span className="sep" />}
      {children}
      {tools ?? <span className="grow" />}
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
