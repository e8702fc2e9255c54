import { useLayoutEffect } from 'react';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { parseGuide } from '#core/document/parse-guide';
import { rangeOf } from '#core/document/pointer';
import { Form } from '../../features/form/Form.tsx';
import { demand } from '../../platform/bridge.ts';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { fieldFocused, useFieldTieStore } from '../field-tie.ts';
import { openGuide } from '../guide-actions.ts';
import { imageFilesOf } from '../image-files.ts';
import { manuscript } from '../manuscript.ts';
import { sessionOf, useActiveSession } from '../sessions.ts';
import { usePresentFindings, useSiteImages, useVocabularyUses } from '../use-workspace-data.ts';

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
  // Where this changes, the guide was opened anew and has another session.
  const readOnly = useDocumentsStore(
    (state) => state.documents.find(({ path }) => path === state.active)?.readOnly,
  );
  const here = useFieldTieStore((state) =>
    state.here?.path === active ? state.here?.pointer : undefined,
  );
  const workspace = useWorkspaceStore((state) => state.workspace);
  const entries = useWorkspaceStore((state) => state.entries);
  const isReading = useWorkspaceStore((state) => state.progress !== undefined);
  const shown = `${workspace?.id ?? ''} ${active ?? ''} ${savedAt ?? 0}`;
  const { images, reload } = useSiteImages(shown);
  // Counted again once all guides have been read.
  const uses = useVocabularyUses(`${shown} ${isReading}`);
  const session = useActiveSession();
  const diagnostics = usePresentFindings(session);
  useLayoutEffect(() => {
    // A form that is taken away lets go of its field without an event.
    return session && (() => fieldFocused(session, undefined));
  }, [session]);
  if (!session || !workspace) return null;
  return (
    <Form
      key={`${session.path} ${readOnly ?? ''}`}
      session={session}
      saved={session.savedHead}
      fields={workspace.fields}
      vocabulary={workspace.vocabulary ?? noVocabulary}
      uses={uses}
      entries={entries}
      images={images}
      diagnostics={diagnostics}
      workspaceId={workspace.id}
      onOpenGuide={(path) => void openGuide(path, currentEditorContext())}
      onOpenExternal={(url) => void demand('shell.openExternal', { url })}
      onShowInSource={showInSource}
      imageFiles={imageFilesOf(workspace.config.static, reload)}
      herePointer={here}
      onFieldFocus={(pointer) => fieldFocused(session, pointer)}
      {...(focusPointer === undefined ? {} : { focusPointer })}
    />
  );
}
