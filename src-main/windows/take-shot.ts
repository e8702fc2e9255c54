import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

const readyWithinMs = 30_000;
const lookEveryMs = 100;
/** Fonts and images come in after the text; this is for them. */
const settleMs = 400;

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
  await delay(settleMs);
  const image = await window.webContents.capturePage();
  await writeFile(path, image.toPNG());
  return ready;
}
