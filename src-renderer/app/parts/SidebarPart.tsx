import { useMemo } from 'react';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { GuideList } from '../../features/guide-list/GuideList.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { openGuide } from '../guide-actions.ts';
import { guideMenu, runGuideMenu } from '../guide-menu.ts';

const noVocabulary: Vocabulary = {};

/** The list of the folder's guides. */
export function SidebarPart() {
  const entries = useWorkspaceStore((state) => state.entries);
  const workspace = useWorkspaceStore((state) => state.workspace);
  const progress = useWorkspaceStore((state) => state.progress);
  const documents = useDocumentsStore((state) => state.documents);
  const active = useDocumentsStore((state) => state.active);
  const sort = useLayoutStore((state) => state.sort);
  const groupByCategory = useLayoutStore((state) => state.groupByCategory);
  const all = useMemo(() => [...entries.values()], [entries]);
  return (
    <GuideList
      entries={all}
      documents={documents}
      active={active}
      progress={progress}
      sort={sort}
      groupByCategory={groupByCategory}
      vocabulary={workspace?.vocabulary ?? noVocabulary}
      onSort={(next) => useLayoutStore.setState({ sort: next })}
      onGroup={(group) => useLayoutStore.setState({ groupByCategory: group })}
      onOpen={(path) => void openGuide(path, currentEditorContext())}
      menuOf={(path) => guideMenu(path, 'list')}
      onMenu={runGuideMenu}
      onNew={() => useLayoutStore.setState({ dialog: 'new-guide' })}
    />
  );
}
