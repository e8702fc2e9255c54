import { useMemo } from 'react';
import { countBySeverity } from '#core/lint/diagnostic';
import { StatusBar } from '../../features/status-bar/StatusBar.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { usePreviewStore } from '../../stores/preview-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { sessionOf } from '../sessions.ts';
import { useFindingsOf } from '../use-workspace-data.ts';

/** The bar at the bottom: saved or not, counts, place, characters. */
export function StatusPart() {
  const document = useDocumentsStore((state) =>
    state.documents.find(({ path }) => path === state.active),
  );
  const caret = useDocumentsStore((state) => state.caret);
  const bodyCount = useDocumentsStore((state) => state.bodyCount);
  const progress = useWorkspaceStore((state) => state.progress);
  const unprotected = useWorkspaceStore((state) => state.unprotected);
  const historyFailing = useWorkspaceStore((state) => state.historyFailing);
  const flavour = useWorkspaceStore((state) => state.workspace?.config.profile.flavour);
  const leftOut = useWorkspaceStore((state) => state.workspace?.look?.notices.length ?? 0);
  const isTemplateBroken = usePreviewStore((state) => state.isTemplateBroken);
  const findings = useFindingsOf(document?.path);
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  return (
    <StatusBar
      document={document}
      counts={counts}
      progress={progress}
      caret={caret}
      bodyCount={bodyCount}
      eol={sessionOf(document?.path)?.lineEnds}
      // The preview itself says what it does without.
      flavour={leftOut > 0 || isTemplateBroken ? undefined : flavour}
      unprotected={unprotected}
      historyFailing={historyFailing}
      onShowFindings={() => useLayoutStore.setState({ panelOpen: true })}
    />
  );
}
