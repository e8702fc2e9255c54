import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

const readyWithinMs = 30_000;
const lookEveryMs = 100;
/** Preview, images and findings come in after the text: the picture is taken when two looks are alike. */
const quietMs = 400;
const quietWithinMs = 6_000;

/** Writes a picture of a window once it shows its first guide; tells whether it came that far in time. */
export async function takeShot(window: BrowserWindow, path: string): Promise<boolean> {
  let ready = false;
  for (let waited = 0; waited < readyWithinMs && !ready; waited += lookEveryMs) {
    await delay(lookEveryMs);
    const seen: unknown = await window.webContents
      .executeJavaScript('document.body.dataset.ready')
      .catch(() => undefined);
    ready = seen === 'true';
  }
  let picture = await look(window);
  for (let waited = 0; waited < quietWithinMs; waited += quietMs) {
    await delay(quietMs);
    const next = await look(window);
    const quiet = next.equals(picture);
    picture = next;
    if (quiet) break;
  }
  await writeFile(path, picture);
  return ready;
}

async function look(window: BrowserWindow): Promise<Buffer> {
  return (await window.webContents.capturePage()).toPNG();
}
