import type { SearchMatch } from '#core/text/search-excerpts';
import { FolderSearchPanel } from '../../features/folder-search/FolderSearchPanel.tsx';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { goToHit } from '../go-to.ts';
import { openGuide } from '../guide-actions.ts';
import { PanelTabsPart } from './PanelTabsPart.tsx';

async function go(path: string, match: SearchMatch): Promise<void> {
  if (await openGuide(path, currentEditorContext())) goToHit(match);
}

/** The search over the folder, in the bottom panel. */
export function SearchPart() {
  const workspaceId = useWorkspaceStore((state) => state.workspace?.id);
  const entries = useWorkspaceStore((state) => state.entries);
  return (
    <FolderSearchPanel
      workspaceId={workspaceId}
      entries={entries}
      tabs={<PanelTabsPart />}
      onGo={(path, match) => void go(path, match)}
      onClose={() => useLayoutStore.setState({ panelOpen: false })}
    />
  );
}
