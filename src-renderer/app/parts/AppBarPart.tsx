import { useMemo } from 'react';
import type { CommandId } from '#core/commands/commands';
import { AppBar } from '../../features/app-bar/AppBar.tsx';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useLocalized } from '../../stores/use-text.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { openWorkspace } from '../workspace-actions.ts';
import { folderName } from '../folder-name.ts';

/** The bar at the top, with the open folder and the way to guides, actions and the export. */
export function AppBarPart({ run }: { readonly run: (id: CommandId) => void }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const recent = useWorkspaceStore((state) => state.recent);
  const entries = useWorkspaceStore((state) => state.entries);
  const sidebarOpen = useLayoutStore((state) => state.sidebarOpen);
  const localized = useLocalized();
  const exportCount = useMemo(() => {
    const guides = [...entries.values()].filter(({ kind }) => kind === 'guide');
    if (guides.every(({ siteState }) => siteState === 'unknown')) return undefined;
    return guides.filter(({ siteState }) => siteState === 'changed' || siteState === 'new').length;
  }, [entries]);
  const name = workspace?.config.name;
  return (
    <AppBar
      workspaceName={name ? localized(name) : workspace && folderName(workspace.root)}
      root={workspace?.root}
      recent={recent}
      sidebarOpen={sidebarOpen}
      exportCount={exportCount}
      onToggleSidebar={() => run('view.sidebar')}
      onOpenFolder={() => run('workspace.open')}
      onOpenSample={() => run('workspace.openSample')}
      onOpenRecent={(root) => void openWorkspace(root, currentEditorContext)}
      onPalette={() => run('go.palette')}
      onExport={() => run('export.review')}
    />
  );
}
