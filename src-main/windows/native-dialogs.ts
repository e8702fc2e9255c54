import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from './dialogs.ts';

/** The system's dialogs, attached to one window. */
export function createNativeDialogs(window: BrowserWindow, imagesLabel: string): Dialogs {
  const first = (paths: readonly string[]): string | null => paths[0] ?? null;
  return {
    async chooseFolder(title, start) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openDirectory', 'createDirectory'],
        ...(start === undefined ? {} : { defaultPath: start }),
      });
      return first(filePaths);
    },
    async chooseImage(title, folder) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        defaultPath: folder,
        properties: ['openFile'],
        filters: [
          { name: imagesLabel, extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] },
        ],
      });
      return first(filePaths);
    },
    async chooseSavePath(title, suggested) {
      const { filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: suggested,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      // Older runtimes give undefined, newer ones an empty text.
      return filePath || null;
    },
    async ask({ kind, message, detail, buttons, cancel }) {
      const { response } = await dialog.showMessageBox(window, {
        type: kind,
        message,
        detail,
        buttons: [...buttons],
        defaultId: 0,
        cancelId: cancel,
        noLink: true,
      });
      return response;
    },
  };
}
