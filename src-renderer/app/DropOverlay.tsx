import { shellMessages } from '#core/messages/shell';
import { useText } from '../stores/use-text.ts';
import { Icon } from '../ui/icons.tsx';
import './drop-overlay.css';

/** Covers the window while a folder is dragged over it. */
export function DropOverlay() {
  const text = useText(shellMessages);
  return (
    <div className="dropoverlay" role="status">
      <div className="dropcard">
        <Icon name="folder" size={32} />
        <b>{text('dropFolder')}</b>
        <span className="muted">{text('dropNote')}</span>
      </div>
    </div>
  );
}
