import { completionMessages } from '#core/messages/completion';
import { translate } from '#core/messages/messages';
import type { EditorContext } from '../editor/editor-context.ts';
import type { NamedThing } from '../editor/link-at.ts';
import { demand, request } from '../platform/bridge.ts';
import { announce } from '../stores/announce-store.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { openGuide } from './guide-actions.ts';
import { manuscript } from './manuscript.ts';

/** Opens a guide and shows a range of its manuscript; UTF-16 offsets. */
export async function openAt(
  path: string,
  context: EditorContext,
  from: number,
  to = from,
): Promise<boolean> {
  if (!(await openGuide(path, context))) return false;
  useDocumentsStore.setState({ view: 'source' });
  requestAnimationFrame(() => manuscript.view?.reveal(from, to));
  return true;
}

function say(key: 'noGuide' | 'noHeading' | 'noImage', values: Record<string, string>): void {
  announce(translate(completionMessages, useSettingsStore.getState().locale, key, values));
}

async function goToGuide(
  path: string,
  id: string | undefined,
  context: EditorContext,
): Promise<void> {
  if (id === undefined || id === '') {
    if (await openGuide(path, context)) {
      useDocumentsStore.setState({ view: 'source' });
      requestAnimationFrame(() => manuscript.view?.focus());
    }
    return;
  }
  const headings = await request('guide.headings', { path });
  const heading = headings.ok ? headings.value.find((one) => one.id === id) : undefined;
  if (heading) await openAt(path, context, heading.from);
  else {
    say('noHeading', { id });
    await openGuide(path, context);
  }
}

function revealImage(sitePath: string): void {
  const served = useWorkspaceStore.getState().workspace?.config.static;
  if (!served || !sitePath.startsWith(`${served.path}/`)) {
    say('noImage', { address: sitePath });
    return;
  }
  const below = sitePath.slice(served.path.length + 1);
  const path = served.folder === '' ? below : `${served.folder}/${below}`;
  void request('shell.reveal', { path });
}

/** Goes where a name in a manuscript leads: to a guide or a heading of it, to an image in its folder, or out of the window, which asks first. */
export function goToNamed(named: NamedThing, context: EditorContext): void {
  switch (named.kind) {
    case 'guide':
      if (named.path === undefined) say('noGuide', { address: named.name });
      else void goToGuide(named.path, named.id, context);
      return;
    case 'image':
      revealImage(named.name);
      return;
    case 'external':
      void demand('shell.openExternal', { url: named.name });
  }
}
