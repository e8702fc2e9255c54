import { useEffect, useState } from 'react';
import { readLineEnds } from '#core/text/line-ends';
import { Compare } from '../../features/compare/Compare.tsx';
import { Merge } from '../../features/merge/Merge.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { reloadGuide } from '../guide-actions.ts';
import { type GuideAndFile, readMerge, saveMerged } from '../merge-guide.ts';
import { focusLeft } from '../regions.ts';
import { sessionOf } from '../sessions.ts';

function close(): void {
  useDocumentsStore.setState({ place: 'editor' });
  // What had the focus is gone with the place.
  requestAnimationFrame(focusLeft);
}

/** The open guide and its file, after the file has changed outside: put together, or side by side. */
export function ComparePart({ path }: { readonly path: string }) {
  const name = useWorkspaceStore((state) => state.entries.get(path)?.name ?? path);
  const [found, setFound] = useState<GuideAndFile | null>();
  const session = sessionOf(path);

  useEffect(() => {
    let gone = false;
    void readMerge(path).then((read) => {
      if (!gone) setFound(read);
    });
    return () => {
      gone = true;
    };
  }, [path]);

  if (!session) return null;
  const save = async (text: string): Promise<void> => {
    close();
    if (found) await saveMerged(path, text, found.file);
  };
  if (found?.merged) {
    return (
      <Merge name={name} merged={found.merged} onSave={(text) => void save(text)} onClose={close} />
    );
  }
  return (
    <Compare
      name={name}
      disk={found ? readLineEnds(found.file.text).text : found}
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
