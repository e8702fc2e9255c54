import { expect, test } from '@playwright/test';
import { probePolicy } from './csp-probes.ts';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { marksLeft } from './sentinel.ts';
import { tryToLeave } from './ways-out.ts';
import { previewFrame, previewPage } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  // A machine without a camera would deny it for want of one.
  running = await launch(folder, { args: ['--use-fake-device-for-media-stream'] });
  await expect(previewPage(running.page).locator('h1').first()).toBeVisible();
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

// Whatever a test tried, nothing of it may have worked.
test.afterEach(async () => {
  expect(await marksLeft(running.page)).toEqual([]);
  expect(running.page.url()).toBe('app://ui/index.html');
  expect(running.app.windows()).toHaveLength(1);
});

test('[T45] the page gets window.app with three frozen functions, and nothing else', async () => {
  const found = await running.page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
    frame.remove();
    const extra = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name));
    const bridge = window.app as unknown as Record<string, unknown>;
    try {
      bridge.request = () => 'mine';
    } catch {
      // Frozen, and told so.
    }
    return {
      extra: extra.filter((name) => !/^\d+$/.test(name)),
      keys: Object.keys(bridge),
      frozen: Object.isFrozen(bridge),
      replaced: String(bridge.request).includes('mine'),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    };
  });
  expect(found.keys).toEqual(['request', 'on', 'pathOf']);
  expect(found).toMatchObject({ frozen: true, replaced: false, node: [] });
  // What the page itself and Playwright put there is known; nothing of Electron's may be beside it.
  expect(found.extra.filter((name) => !/playwright|^__pw|^binding|^__REACT/i.test(name))).toEqual([
    'app',
  ]);
});

test('[T45] no other channel of the main process can be reached by a name', async () => {
  const answers = await running.page.evaluate(async () => {
    const request = window.app.request as (method: string, params?: unknown) => Promise<unknown>;
    const names = ['shirube:request', 'constructor', '__proto__', 'ELECTRON_BROWSER_REQUIRE', ''];
    return Promise.all(names.map((name) => request(name).catch((error: Error) => error.message)));
  });
  expect(answers).toEqual(answers.map(() => 'unknown request'));
});

test('[T43] the preview frame has nothing to ask the main process with', async () => {
  const found = await previewFrame(running.page).evaluate(() => ({
    extra: ['app', 'require', 'process', 'ipcRenderer'].filter((name) => name in window),
    sandbox: window.frameElement?.getAttribute('sandbox'),
  }));
  expect(found).toEqual({ extra: [], sandbox: 'allow-same-origin' });
  // Not even a script that the window itself puts there runs, so nothing can use the window's own.
  await running.page.evaluate(() => {
    const { contentDocument } = document.querySelector('iframe') ?? {};
    const script = contentDocument?.createElement('script');
    if (!script) throw new Error('no preview');
    script.textContent = 'top.__pwn = 1';
    contentDocument?.body.append(script);
    contentDocument?.body.setAttribute('onclick', 'top.__pwn = 1');
    contentDocument?.body.click();
    contentDocument?.body.removeAttribute('onclick');
    script.remove();
  });
});

const policies = {
  window:
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; connect-src 'self'; " +
    "img-src 'self' data: site:; worker-src 'self'; font-src 'self'; frame-src 'self'; " +
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  preview:
    "default-src 'none'; img-src site: data:; style-src 'self' site:; font-src 'self' site: data:; " +
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
};

test('[T47] both pages are served with these policies, word for word', async () => {
  const served = await running.page.evaluate(async () => {
    const ask = async (path: string) => {
      const { headers } = await fetch(path, { cache: 'no-store' });
      return headers.get('content-security-policy')?.replace(/'nonce-[^']+'/, "'nonce-N'");
    };
    return { window: await ask('index.html'), preview: await ask('preview.html') };
  });
  expect(served).toEqual(policies);
});

test('[T46] every permission is denied', async () => {
  const answers = await running.page.evaluate(async () => {
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));
    const ask = (work: () => Promise<unknown>) => work().then(() => 'granted', nameOf);
    const states = await Promise.all(
      ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'].map(
        async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return state;
        },
      ),
    );
    return {
      states: [...new Set(states)],
      camera: await ask(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await ask(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await ask(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await ask(() => navigator.clipboard.readText()),
      midi: await ask(() => navigator.requestMIDIAccess({ sysex: true })),
      awake: await ask(() => navigator.wakeLock.request('screen')),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code === 1 ? 'denied' : code),
        );
      }),
      notifications: await Notification.requestPermission(),
    };
  });
  expect(answers).toEqual({
    states: ['denied'],
    camera: 'NotAllowedError',
    microphone: 'NotAllowedError',
    screen: 'NotAllowedError',
    clipboard: 'NotAllowedError',
    midi: 'NotAllowedError',
    awake: 'NotAllowedError',
    place: 'denied',
    notifications: 'denied',
  });
});

// These come last: Playwright waits for ever for navigations that were prevented.

test('[T47] each directive stops what it must, in a timer of the page', async () => {
  const results = await running.page.evaluate(probePolicy);
  const expected: Readonly<Record<string, string>> = {
    'inline script': 'script-src-elem',
    'remote script': 'script-src-elem',
    'data script': 'script-src-elem',
    'blob script': 'script-src-elem',
    'remote module': 'script-src-elem',
    'handler attribute': 'script-src-attr',
    'javascript link': 'script-src-elem',
    eval: 'script-src',
    'new Function': 'script-src',
    'timer with text': 'script-src',
    'blob worker': 'worker-src',
    'remote worker': 'worker-src',
    'fetch https': 'connect-src',
    'fetch app': 'connect-src',
    'fetch site': 'connect-src',
    'web socket': 'connect-src',
    beacon: 'connect-src',
    'event source': 'connect-src',
    'style element': 'style-src-elem',
    'remote style': 'style-src-elem',
    'style attribute': 'style-src-attr',
    'remote image': 'img-src',
    'remote font': 'font-src',
    media: 'media-src',
    frame: 'frame-src',
    'data frame': 'frame-src',
    // Reported, if at all, to its own document; the sentinel says that nothing ran.
    'frame of text': '',
    object: 'object-src',
    embed: 'object-src',
    base: 'base-uri',
    form: 'form-action',
  };
  expect(
    Object.fromEntries(results.map(({ name, stoppedBy }) => [name, stoppedBy.join()])),
  ).toEqual(expected);
});

test('[T41] [T42] the window and its preview stay where they are, whatever asks them to go', async () => {
  const whereabouts = () =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        webContents.mainFrame.framesInSubtree.map(({ url }) => url),
      ),
    );
  const home = [['app://ui/index.html', 'app://ui/preview.html']];
  expect(await whereabouts()).toEqual(home);
  const ways = await tryToLeave(running.page);
  expect(ways.length).toBeGreaterThan(15);
  for (const way of ways) {
    await tryToLeave(running.page, way);
    expect(await whereabouts(), way).toEqual(home);
  }
});
