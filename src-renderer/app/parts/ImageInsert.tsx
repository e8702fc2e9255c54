import { useEffect } from 'react';
import { editDetails } from '#core/document/edit-details';
import { failureWords } from '#core/messages/failure-words';
import { pasteMessages } from '#core/messages/paste';
import { translate } from '#core/messages/messages';
import { orderAt } from '#core/schema/field-order';
import { bodyPlace, ImageInsertDialog } from '../../features/image-insert/ImageInsertDialog.tsx';
import { request } from '../../platform/bridge.ts';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { showToast } from '../../stores/toast-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { type AskedImage, takeMoreImages, tellImage, useImageStore } from '../image-insertion.ts';

function nameOf(sitePath: string): string {
  return sitePath.slice(sitePath.lastIndexOf('/') + 1);
}

function finish({ done }: AskedImage, onClose: () => void): void {
  useImageStore.setState({ asked: undefined });
  onClose();
  done();
}

function insertInBody({ session, place, sitePath }: AskedImage, alt: string): void {
  const words = alt
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\]/g, '\\$&');
  const at = place.offset();
  const insert = `![${words}](${sitePath.replaceAll(' ', '%20')})`;
  session.edit([{ from: at, to: at, insert }], 'command');
}

function setField({ session, sitePath }: AskedImage, pointer: string): void {
  const { locale } = useSettingsStore.getState();
  const { workspace } = useWorkspaceStore.getState();
  const fields = workspace?.fields ?? [];
  const edit = { kind: 'set', pointer, value: sitePath } as const;
  const result = editDetails(session.head(), edit, { orderAt: orderAt(fields) });
  if (!result.ok) {
    showToast({ id: 'image', text: result.reason[locale] });
    return;
  }
  if (result.edits.length > 0) session.edit(result.edits, 'command');
  const field = fields.find((one) => one.pointer === pointer)?.label[locale] ?? pointer;
  tellImage('setField', { name: nameOf(sitePath), field });
}

function tellStays(sitePath: string): void {
  const { locale } = useSettingsStore.getState();
  const served = useWorkspaceStore.getState().workspace?.config.static;
  const below = served && sitePath.slice(served.path.length + 1);
  const path = served?.folder === '' ? below : `${served?.folder ?? ''}/${below ?? ''}`;
  tellImage(
    'stays',
    { name: nameOf(sitePath) },
    {
      label: translate(pasteMessages, locale, 'reveal'),
      onPress: () =>
        void request('shell.reveal', { path: path ?? '' }).then((shown) => {
          if (!shown.ok)
            showToast({ id: 'image', text: failureWords(shown.failure.code).what[locale] });
        }),
    },
  );
}

/** The question about an image that has been pasted, dropped or chosen. */
export function ImageInsert({ onClose }: { readonly onClose: () => void }) {
  const asked = useImageStore((state) => state.asked);
  const workspace = useWorkspaceStore((state) => state.workspace);
  const locale = useSettingsStore((state) => state.locale);
  useEffect(() => {
    // What is dropped on the question, or beside it, is asked about next.
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const images = files.filter(({ type }) => type.startsWith('image/'));
      if (images.length === 0) return;
      event.preventDefault();
      takeMoreImages(images);
    };
    document.addEventListener('drop', onDrop);
    return () => document.removeEventListener('drop', onDrop);
  }, []);
  if (!asked || !workspace) return null;
  const { sitePath, index, count } = asked;
  const fields = workspace.fields
    .filter(({ widget, pointer }) => widget === 'image' && !pointer.includes('*'))
    .map(({ pointer, label }) => ({ pointer, label: label[locale] }));
  return (
    <ImageInsertDialog
      key={asked.id}
      address={`site://${workspace.id}${encodeURI(sitePath)}`}
      fileName={nameOf(sitePath)}
      index={index}
      count={count}
      fields={fields}
      onInsert={(alt, place) => {
        if (place === bodyPlace) insertInBody(asked, alt);
        else setField(asked, place);
        finish(asked, onClose);
      }}
      onCancel={() => {
        tellStays(sitePath);
        finish(asked, onClose);
      }}
    />
  );
}
