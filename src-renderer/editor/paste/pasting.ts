import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isCodeCopy } from '#core/markdown/paste/is-code-copy';
import { rowsOfTsv } from '#core/markdown/tsv-rows';
import { editorContext } from '../editor-context.ts';
import { pasteRows } from '../table/paste-rows.ts';
import { tableAt } from '../table/table-at.ts';
import { linkChange } from './paste-change.ts';
import { isPlainPlace } from './paste-place.ts';
import { pendingPastes } from './pending-pastes.ts';

function imagesOf(files: Iterable<File>): File[] {
  return [...files].filter(({ type }) => type.startsWith('image/'));
}

/** Takes what CodeMirror would paste as plain text but that is more; `false` leaves it to CodeMirror. */
function paste(event: ClipboardEvent, view: EditorView): boolean {
  const { clipboardData } = event;
  const { state } = view;
  const { paste: ports } = state.facet(editorContext);
  if (!clipboardData || state.readOnly) return false;
  // Nothing changes the text under an input method's hands.
  if (view.compositionStarted) return true;
  const plain = clipboardData.getData('text/plain');
  const images = imagesOf(clipboardData.files);
  const { main, ranges } = state.selection;
  const isPlain = ranges.some(
    ({ from, to }) => isPlainPlace(state, from) || isPlainPlace(state, to),
  );
  // Office programs add a picture of the text that they copy: the text is what is meant.
  if (images.length > 0 && plain.trim() === '') {
    if (isPlain || !ports) return false;
    ports.onImages(images, main.head);
    return true;
  }
  if (isPlain) return false;
  const link = linkChange(state, plain);
  if (link) {
    view.dispatch(link);
    return true;
  }
  const html = clipboardData.getData('text/html');
  const isCode =
    html !== '' && (clipboardData.types.includes('vscode-editor-data') || isCodeCopy(html, plain));
  if (html.trim() !== '' && !isCode && ports) {
    const rows = ranges.length === 1 && tableAt(state, main.from) ? rowsOfTsv(plain) : undefined;
    if (rows) return pasteRows(view, rows);
    // In a cell a text of several lines would end the table.
    if (tableAt(state, main.from)) return false;
    view.plugin(pendingPastes)?.add(html, plain);
    return true;
  }
  const rows = isCode || ranges.length > 1 ? undefined : rowsOfTsv(plain);
  return rows !== undefined && pasteRows(view, rows);
}

/** Takes dropped files: images to where they were dropped, all others not at all (T11). */
function drop(event: DragEvent, view: EditorView): boolean {
  const files = event.dataTransfer?.files;
  if (!files || files.length === 0) return false;
  event.preventDefault();
  const { paste: ports } = view.state.facet(editorContext);
  const images = imagesOf(files);
  if (images.length === 0 || view.state.readOnly || view.compositionStarted) {
    const isFolder = [...(event.dataTransfer?.items ?? [])].some(
      (item) => item.webkitGetAsEntry?.()?.isDirectory === true,
    );
    if (images.length === 0 && !isFolder) ports?.onOtherFiles();
    return true;
  }
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
  if (isPlainPlace(view.state, at)) ports?.onOtherFiles();
  else ports?.onImages(images, at);
  return true;
}

/** Paste and drop in the manuscript: HTML as Markdown, rows as tables, addresses as links, files as images. */
export function pasting(): Extension {
  return [pendingPastes, EditorView.domEventHandlers({ paste, drop })];
}
