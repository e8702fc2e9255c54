import { DocumentBanner } from '../../features/banner/DocumentBanner.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { convertGuide, reloadGuide, saveCopy, saveGuide } from '../guide-actions.ts';
import { focusLeft } from '../regions.ts';

async function convert(path: string): Promise<void> {
  await convertGuide(path);
  // The button is gone where there is nothing to convert any more: the focus goes on to the guide.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusLeft();
  });
}

/** What lasts and concerns the guide in front: cannot save, changed outside, read-only. */
export function BannerPart() {
  const document = useDocumentsStore((state) =>
    state.documents.find(({ path }) => path === state.active),
  );
  const unwatched = useWorkspaceStore((state) => state.unwatched);
  const away = useWorkspaceStore((state) => state.away);
  if (!document) return null;
  const { path } = document;
  return (
    <DocumentBanner
      document={document}
      recoveredAt={document.unsaved ? document.recoveredAt : undefined}
      folder={{ unwatched, away }}
      onSave={() => void saveGuide(path, document.disk === 'deleted' ? 'overwrite' : 'asked')}
      onSaveCopy={() => void saveCopy(path)}
      onCompare={() => useDocumentsStore.setState({ place: 'compare' })}
      onReload={() => void reloadGuide(path)}
      onOverwrite={() => void saveGuide(path, 'overwrite')}
      onConvert={() => convert(path)}
    />
  );
}
