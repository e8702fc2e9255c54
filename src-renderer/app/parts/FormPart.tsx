import type { Vocabulary } from '#core/catalog/workspace-config';
import { parseGuide } from '#core/document/parse-guide';
import { rangeOf } from '#core/document/pointer';
import { Form } from '../../features/form/Form.tsx';
import { demand } from '../../platform/bridge.ts';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { openGuide } from '../guide-actions.ts';
import { manuscript } from '../manuscript.ts';
import { sessionOf } from '../sessions.ts';
import { usePresentFindings, useSiteImages } from '../use-workspace-data.ts';

const noVocabulary: Vocabulary = {};

function showInSource(pointer: string, offset?: number): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const found = offset === undefined ? rangeOf(parseGuide(session.head()), pointer) : undefined;
  const range = found ?? { from: offset ?? 0, to: offset ?? 0 };
  useDocumentsStore.setState({ view: 'source' });
  requestAnimationFrame(() => manuscript.view?.reveal(range.from, range.to));
}

/** The guide details of the guide in front as a form; `focusPointer` names the field to show. */
export function FormPart({ focusPointer }: { readonly focusPointer: string | undefined }) {
  const active = useDocumentsStore((state) => state.active);
  // The saved mark of each field moves when the guide is saved.
  const savedAt = useDocumentsStore(
    (state) => state.documents.find(({ path }) => path === state.active)?.savedAt,
  );
  const workspace = useWorkspaceStore((state) => state.workspace);
  const entries = useWorkspaceStore((state) => state.entries);
  const images = useSiteImages(`${workspace?.id ?? ''} ${active ?? ''} ${savedAt ?? 0}`);
  const session = sessionOf(active);
  const diagnostics = usePresentFindings(session);
  if (!session || !workspace) return null;
  return (
    <Form
      key={session.path}
      session={session}
      saved={session.savedHead}
      fields={workspace.fields}
      vocabulary={workspace.vocabulary ?? noVocabulary}
      entries={entries}
      images={images}
      diagnostics={diagnostics}
      workspaceId={workspace.id}
      onOpenGuide={(path) => void openGuide(path, currentEditorContext())}
      onShowInSource={showInSource}
      onChooseImage={() => demand('images.choose')}
      {...(focusPointer === undefined ? {} : { focusPointer })}
    />
  );
}
