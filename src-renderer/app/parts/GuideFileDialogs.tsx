import { useEffect, useMemo, useState } from 'react';
import type { Values } from '#core/ipc/contract';
import { DuplicateDialog } from '../../features/guide-files/DuplicateDialog.tsx';
import { MoveDialog } from '../../features/guide-files/MoveDialog.tsx';
import { NotDoneDialog } from '../../features/guide-files/NotDoneDialog.tsx';
import { RenameDialog } from '../../features/guide-files/RenameDialog.tsx';
import { TrashDialog } from '../../features/guide-files/TrashDialog.tsx';
import { request } from '../../platform/bridge.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import {
  duplicateGuide,
  moveToFolder,
  nameOfGuide,
  renameGuide,
  trashGuide,
} from '../guide-file-actions.ts';
import { sessionOf } from '../sessions.ts';

/** Who names a guide; `undefined` until that is known. */
function useNamedBy(path: string): Values['guide.namedBy'] | undefined {
  const [namedBy, setNamedBy] = useState<Values['guide.namedBy']>();
  useEffect(() => {
    let isLatest = true;
    void request('guide.namedBy', { path }).then((result) => {
      if (isLatest && result.ok) setNamedBy(result.value);
    });
    return () => {
      isLatest = false;
    };
  }, [path]);
  return namedBy;
}

interface GuideFileDialogProps {
  readonly kind: 'duplicate' | 'rename' | 'move' | 'trash';
  readonly path: string;
  readonly onClose: () => void;
}

function GuideFileDialog({ kind, path, onClose }: GuideFileDialogProps) {
  const entryMap = useWorkspaceStore((state) => state.entries);
  const fields = useWorkspaceStore((state) => state.workspace?.fields);
  const entries = useMemo(() => [...entryMap.values()], [entryMap]);
  const namedBy = useNamedBy(path);
  const entry = entryMap.get(path);
  /** Closes where it was done; what could not be done is said in the dialog. */
  const closeWhenDone = <Refusal,>(refusal: Refusal | undefined): Refusal | undefined => {
    if (refusal === undefined) onClose();
    return refusal;
  };
  switch (kind) {
    case 'duplicate':
      if (!entry) return null;
      return (
        <DuplicateDialog
          entry={entry}
          entries={entries}
          fields={fields ?? []}
          unsaved={sessionOf(path)?.unsaved === true}
          onDuplicate={async (names) => closeWhenDone(await duplicateGuide(path, names))}
          onClose={onClose}
        />
      );
    case 'rename':
      return (
        <RenameDialog
          path={path}
          slug={entry?.slug ?? ''}
          entries={entries}
          namedBy={namedBy}
          nameOf={nameOfGuide}
          onRename={async (to, withSlug) => closeWhenDone(await renameGuide(path, to, withSlug))}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <MoveDialog
          path={path}
          name={nameOfGuide(path)}
          entries={entries}
          referrers={(namedBy?.byPath ?? []).map(nameOfGuide)}
          onMove={async (folder) => closeWhenDone(await moveToFolder(path, folder))}
          onClose={onClose}
        />
      );
    case 'trash': {
      if (!namedBy) return null;
      const referrers = [...new Set([...namedBy.byValue, ...namedBy.byPath])];
      return (
        <TrashDialog
          name={nameOfGuide(path)}
          referrers={referrers.map(nameOfGuide)}
          onTrash={async () => closeWhenDone(await trashGuide(path))}
          onClose={onClose}
        />
      );
    }
  }
}

/** Whichever dialog about a guide's file is open. */
export function GuideFileDialogs({ onClose }: { readonly onClose: () => void }) {
  const dialog = useLayoutStore((state) => state.dialog);
  const path = useLayoutStore((state) => state.dialogPath);
  const words = useLayoutStore((state) => state.dialogText);
  if (dialog === 'not-done') return <NotDoneDialog words={words} onClose={onClose} />;
  if (dialog !== 'duplicate' && dialog !== 'rename' && dialog !== 'move' && dialog !== 'trash') {
    return null;
  }
  return path === undefined ? null : (
    <GuideFileDialog key={path} kind={dialog} path={path} onClose={onClose} />
  );
}
