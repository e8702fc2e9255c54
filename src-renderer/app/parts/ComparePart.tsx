import { useEffect, useState } from 'react';
import type { OpenedGuide } from '#core/ipc/contract';
import { smallestEdit } from '#core/document/edit-details';
import { readLineEnds } from '#core/text/line-ends';
import { Compare } from '../../features/compare/Compare.tsx';
import { request } from '../../platform/bridge.ts';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { reloadGuide, saveGuide } from '../guide-actions.ts';
import { sessionOf } from '../sessions.ts';

function close(): void {
  useDocumentsStore.setState({ place: 'editor' });
}

/** The open guide beside its file, after the file has changed outside. */
export function ComparePart({ path }: { readonly path: string }) {
  const name = useWorkspaceStore((state) => state.entries.get(path)?.name ?? path);
  const [disk, setDisk] = useState<OpenedGuide | null>();
  const session = sessionOf(path);

  useEffect(() => {
    let gone = false;
    void request('guide.open', { path }).then((result) => {
      if (!gone) setDisk(result.ok ? result.value : null);
    });
    return () => {
      gone = true;
    };
  }, [path]);

  if (!session) return null;
  const save = async (text: string): Promise<void> => {
    const edits = smallestEdit(session.text(), text);
    if (edits.length > 0) session.edit(edits, 'command');
    // What was compared is what may be overwritten; a newer change outside is refused again.
    if (disk) session.baseHash = disk.hash;
    close();
    await saveGuide(path);
  };
  return (
    <Compare
      name={name}
      disk={disk ? readLineEnds(disk.text).text : disk}
      mine={session.text()}
      onSave={(text) => void save(text)}
      onReload={() => {
        close();
        void reloadGuide(path);
      }}
      onClose={close}
    />
  );
}
