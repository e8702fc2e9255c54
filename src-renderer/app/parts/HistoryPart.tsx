import { useState } from 'react';
import type { FieldModel } from '#core/schema/field-model';
import type { OpenSession } from '../../editor/open-session.ts';
import { History } from '../../features/history/History.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { nameOfGuide } from '../guide-file-actions.ts';
import { restoreVersion } from '../history-actions.ts';
import { manuscript } from '../manuscript.ts';
import { sessionOf } from '../sessions.ts';

const none: readonly FieldModel[] = [];

function close(): void {
  useDocumentsStore.setState({ place: 'editor' });
  requestAnimationFrame(() => manuscript.view?.focus());
}

/** The history of the guide in front. */
export function HistoryPart({ path }: { readonly path: string }) {
  const session = sessionOf(path);
  return session ? <OfSession key={path} session={session} /> : null;
}

function OfSession({ session }: { readonly session: OpenSession }) {
  const fields = useWorkspaceStore((state) => state.workspace?.fields ?? none);
  // Nothing is typed while the window is covered.
  const [present] = useState(() => session.fileText());
  return (
    <History
      path={session.path}
      name={nameOfGuide(session.path)}
      fields={fields}
      present={present}
      readOnly={session.readOnly}
      onRestore={(text, time) => {
        close();
        void restoreVersion(session.path, text, time);
      }}
      onClose={close}
    />
  );
}
