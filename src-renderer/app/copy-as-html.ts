import { splitGuide } from '#core/document/guide-parts';
import type { LineRange } from '#core/markdown/body-html';
import { translate } from '#core/messages/messages';
import { pageOutMessages } from '#core/messages/page-out';
import { renderHtml } from '../editor/copy-html/render-html.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { demand } from '../platform/bridge.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

/** The lines of the body that the selection meets; `undefined` where nothing of it is selected. */
export function selectedLines(
  { state }: Pick<OpenSession, 'state'>,
  bodyFrom: number,
): LineRange | undefined {
  const { from, to, empty } = state.selection.main;
  if (empty || to <= bodyFrom) return undefined;
  const first = state.doc.lineAt(bodyFrom).number;
  const lineOf = (at: number): number => state.doc.lineAt(Math.max(at, bodyFrom)).number - first;
  // A selection of whole lines ends at the beginning of the next, which is not meant.
  const end = to > from && state.doc.lineAt(to).from === to ? to - 1 : to;
  return { from: lineOf(from), to: lineOf(end) };
}

/** The browser answers within a moment; after this many milliseconds nothing was copied. */
const copyMs = 2000;

/** Puts HTML on the clipboard by the system's own copying, as HTML and as its source; whether it got there. */
async function putOnClipboard(html: string): Promise<boolean> {
  // A frame with the focus would copy for itself.
  if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
  const copied = new Promise<boolean>((resolve) => {
    const end = (done: boolean): void => {
      clearTimeout(timer);
      window.removeEventListener('copy', onCopy, { capture: true });
      resolve(done);
    };
    const onCopy = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/html', html);
      event.clipboardData?.setData('text/plain', html);
      end(event.clipboardData !== null);
    };
    const timer = setTimeout(() => end(false), copyMs);
    window.addEventListener('copy', onCopy, { capture: true });
  });
  await demand('edit.copy');
  return copied;
}

/** Copies the body as the site's HTML, or the blocks that are selected. */
export async function copyAsHtml(session: OpenSession): Promise<void> {
  const { workspace } = useWorkspaceStore.getState();
  if (!workspace) return;
  const text = session.text();
  const { bodyFrom } = splitGuide(text);
  const html = await renderHtml({
    body: text.slice(bodyFrom),
    profile: workspace.config.profile,
    lines: selectedLines(session, bodyFrom),
  });
  const { locale } = useSettingsStore.getState();
  if (html === undefined || !(await putOnClipboard(html))) {
    const dialogText = translate(pageOutMessages, locale, 'notMade');
    useLayoutStore.setState({ dialog: 'not-done', dialogText });
    return;
  }
  showToast({ id: 'copied html', text: translate(pageOutMessages, locale, 'copied') });
}
