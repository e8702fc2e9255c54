import type { Diagnostic } from '#core/lint/diagnostic';
import { FindingsPanel } from '../../features/findings-panel/FindingsPanel.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { goToFinding } from '../go-to.ts';
import { applyFix, openGuide } from '../guide-actions.ts';
import { sessionOf } from '../sessions.ts';
import { PanelTabsPart } from './PanelTabsPart.tsx';
import { ReferencesPart } from './ReferencesPart.tsx';
import { SearchPart } from './SearchPart.tsx';

function lineOf(path: string, { from }: Diagnostic): number | undefined {
  const doc = sessionOf(path)?.state.doc;
  return doc && from <= doc.length ? doc.lineAt(from).number : undefined;
}

/** The bottom panel: whatever its tab shows. */
export function PanelPart({ showField }: { readonly showField: (pointer: string) => void }) {
  const tab = useLayoutStore((state) => state.panelTab);
  switch (tab) {
    case 'guide':
    case 'folder':
      return <FindingsPart tab={tab} showField={showField} />;
    case 'references':
      return <ReferencesPart />;
    case 'search':
      return <SearchPart />;
  }
}

interface FindingsPartProps {
  readonly tab: 'guide' | 'folder';
  readonly showField: (pointer: string) => void;
}

/** The findings of the guide in front and of the whole folder. */
function FindingsPart({ tab, showField }: FindingsPartProps) {
  const active = useDocumentsStore((state) => state.active);
  const caret = useDocumentsStore((state) => state.caret.offset);
  const findings = useWorkspaceStore((state) => state.findings);
  const entries = useWorkspaceStore((state) => state.entries);
  const fields = useWorkspaceStore((state) => state.workspace?.fields);

  const go = async (path: string, finding: Diagnostic): Promise<void> => {
    if (await openGuide(path, currentEditorContext())) goToFinding(finding, showField);
  };
  const fix = async (path: string, finding: Diagnostic, index: number): Promise<void> => {
    if (await openGuide(path, currentEditorContext())) applyFix(path, finding, index);
  };
  return (
    <FindingsPanel
      tabs={<PanelTabsPart />}
      active={active}
      caret={caret}
      findings={findings}
      entries={entries}
      fields={fields ?? []}
      lineOf={lineOf}
      tab={tab}
      onGo={(path, finding) => void go(path, finding)}
      onFix={(path, finding, index) => void fix(path, finding, index)}
      onFixAll={() => useLayoutStore.setState({ dialog: 'fix-all', fixAllCode: undefined })}
      onClose={() => useLayoutStore.setState({ panelOpen: false })}
    />
  );
}
