import { guideFilesMessages } from '#core/messages/guide-files';
import { translate } from '#core/messages/messages';
import { announce } from '../stores/announce-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { closeToast, showToast } from '../stores/toast-store.ts';

/** What became of taking something back: `undefined` it is done, else why not, and whether it may work later. */
export type NotUndone = { readonly words: string; readonly final: boolean } | undefined;

/** Something that was done to the file of a guide. */
interface FileAction {
  readonly id: string;
  /** What was done, in words. */
  readonly text: string;
  /** Where the file is now; of one in the trash, where it was. */
  path: string;
  readonly isTrash: boolean;
  /** Takes it back; the path is where the file is now. */
  readonly undo: (path: string) => Promise<NotUndone>;
}

/** Most things that can be taken back, one after the other. */
const most = 20;

let done: FileAction[] = [];
let count = 0;

const say = (key: 'undo' | 'undone' | 'nothingToUndo', text = ''): string =>
  translate(guideFilesMessages, useSettingsStore.getState().locale, key, { text });

/** Says why something was not done that the author asked for without a dialog of its own. */
export function tellNotDone(text: string): void {
  useLayoutStore.setState({ dialog: 'not-done', dialogText: text });
}

async function takeBack(action: FileAction): Promise<void> {
  // A second press must not do it twice.
  if (!done.includes(action)) return;
  done = done.filter((one) => one !== action);
  closeToast(action.id);
  const not = await action.undo(action.path);
  if (not === undefined) {
    announce(say('undone', action.text));
    return;
  }
  if (!not.final) done.push(action);
  tellNotDone(not.words);
}

/**
 * Tells what was done to the file of a guide, and offers to take it back: at once, and by the menu later.
 * `trash` is what is gone from its path.
 */
export function offerUndo(
  kind: 'trash' | 'file',
  path: string,
  text: string,
  undo: FileAction['undo'],
): void {
  const id = `file action ${(count += 1)}`;
  const action: FileAction = { id, text, path, isTrash: kind === 'trash', undo };
  done = [...done.slice(1 - most), action];
  showToast({ id, text, action: { label: say('undo'), onPress: () => void takeBack(action) } });
}

/** What was done to a file before is not offered beside what is done to it now; the menu still has it. */
export function withdrawOffers(path: string): void {
  for (const action of done) if (action.path === path) closeToast(action.id);
}

/** The file has another path now: what was done to it before is taken back there. */
export function followFile(from: string, to: string): void {
  for (const action of done) if (action.path === from && !action.isTrash) action.path = to;
}

/** Takes back what was done last to the file of a guide. */
export async function undoFileAction(): Promise<void> {
  const last = done.at(-1);
  if (last) await takeBack(last);
  else showToast({ id: 'nothing', text: say('nothingToUndo') });
}

/** Forgets what was done: the folder is another one. */
export function forgetFileActions(): void {
  for (const { id } of done) closeToast(id);
  done = [];
}
