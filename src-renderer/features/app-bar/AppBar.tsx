import type { RecentFolder } from '#core/ipc/contract';
import { shellMessages } from '#core/messages/shell';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/MenuPopover.tsx';
import './app-bar.css';

interface AppBarProps {
  /** Name of the open folder; `undefined` where none is open. */
  readonly workspaceName: string | undefined;
  /** Folder that is open, so that the menu can mark it. */
  readonly root: string | undefined;
  readonly recent: readonly RecentFolder[];
  readonly sidebarOpen: boolean;
  /** Guides that differ from the site; `undefined` until an export target is known. */
  readonly exportCount: number | undefined;
  readonly onToggleSidebar: () => void;
  readonly onOpenFolder: () => void;
  readonly onOpenSample: () => void;
  readonly onOpenRecent: (root: string) => void;
  readonly onPalette: () => void;
  readonly onExport: () => void;
}

const recentShown = 8;

/** The bar at the top: guide list, folder and recent folders, palette, export. */
export function AppBar(props: AppBarProps) {
  const { workspaceName, root, recent, sidebarOpen, exportCount } = props;
  const text = useText(shellMessages);
  const folders: readonly MenuEntry[] = recent.slice(0, recentShown).map((folder) => ({
    id: `recent:${folder.root}`,
    label: folder.name,
    note: folder.root,
    icon: 'folder',
    ...(folder.root === root ? { checked: true } : {}),
  }));
  const entries: readonly MenuEntry[] = [
    ...folders,
    'separator',
    { id: 'open', label: text('openFolder'), icon: 'folder', keys: 'CmdOrCtrl+O' },
    { id: 'sample', label: text('openSample'), icon: 'book' },
  ];
  const onAction = (id: string) => {
    if (id === 'open') props.onOpenFolder();
    else if (id === 'sample') props.onOpenSample();
    else props.onOpenRecent(id.slice('recent:'.length));
  };
  return (
    <header className="appbar">
      <div className="row">
        <IconButton
          icon="panel"
          label={text(sidebarOpen ? 'hideList' : 'showList')}
          shortcut={keyLabel('CmdOrCtrl+\\')}
          pressed={sidebarOpen}
          onPress={props.onToggleSidebar}
          className="sidebartoggle"
        />
        <MenuButton
          label={[workspaceName ?? text('noFolder'), text('recentFolders')].join(text('separator'))}
          entries={entries}
          onAction={onAction}
          className="workspace"
        >
          <Icon name="signpost" size={18} className="brand" />
          <span className="clip">{workspaceName ?? text('noFolder')}</span>
          <Icon name="down" size={14} className="faint" />
        </MenuButton>
      </div>
      <button type="button" className="quick" onClick={props.onPalette}>
        <Icon name="search" size={14} />
        <span className="grow clip">{text('quick')}</span>
        <Kbd keys="CmdOrCtrl+P" />
      </button>
      <div className="row right">
        <Button
          variant="primary"
          icon="upload"
          tip={text('exportLabel')}
          tipKey={keyLabel('CmdOrCtrl+Shift+E')}
          disabledReason={workspaceName === undefined ? text('nothingToExport') : undefined}
          onPress={props.onExport}
        >
          {text('export')}
          {exportCount !== undefined && exportCount > 0 && (
            <span className="num">{exportCount}</span>
          )}
        </Button>
      </div>
    </header>
  );
}
