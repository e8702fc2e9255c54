import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { JsonStore } from '../files/json-store.ts';
import { windowUrl } from '../security/origin.ts';
import type { WindowPlace } from '../services/stores.ts';
import { placeWindow, smallestWindow } from './place-window.ts';

/** Colour of the window before its page is painted: `--bg-app` of the tokens, light and dark. */
const backgrounds = { light: '#f7f8fa', dark: '#16181d' };
const placeDelayMs = 500;

/** Options of every window: a page without Node, without a way out, in the system's sandbox. */
const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** Opens a window where the last one was and loads its page; it shows itself once painted. */
export async function createMainWindow(options: {
  readonly preload: string;
  readonly store: JsonStore<WindowPlace>;
  readonly developerTools: boolean;
  /** Moves a further window, so that it does not hide the one below. */
  readonly offset: number;
}): Promise<BrowserWindow> {
  const { preload, store, developerTools, offset } = options;
  const place = await store.read();
  const bounds = placeWindow(
    place.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
    screen.getPrimaryDisplay().workArea,
  );
  const window = new BrowserWindow({
    ...bounds,
    x: bounds.x + offset,
    y: bounds.y + offset,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Shirube',
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: { ...pagePreferences, preload, devTools: developerTools },
  });
  if (place.maximized && offset === 0) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberPlace(window, store);
  return window;
}

/** Loads the page; separate from opening, so that the window is known before the page asks anything. */
export async function loadMainWindow(window: BrowserWindow): Promise<void> {
  await window.loadURL(windowUrl);
}

function rememberPlace(window: BrowserWindow, store: JsonStore<WindowPlace>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    // A maximized window also remembers the size to go back to.
    const place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    void store.update(() => place);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, placeDelayMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', () => {
    clearTimeout(timer);
    remember();
  });
}
