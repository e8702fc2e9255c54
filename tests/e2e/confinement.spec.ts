import { expect, test } from '@playwright/test';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { probePolicy } from './csp-probes.ts';
import { hostileGuide, markerCount, markerOf, vectorCount } from './hostile-vectors.ts';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, previewPage } from './window.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>calm</title>' +
  '<script>document.querySelector("title").textContent = "ran"; top.__pwn = 1</script></svg>';
const hostileName = '<img src=x onerror=top.__pwn=1>.md';

let folder: string;
let running: RunningApp;
/** Addresses that a page asked for, blocked or not, from the first one on. */
const asked: string[] = [];
/** What the main process refused, as it says on its error output. */
const refused: string[] = [];

test.beforeAll(async () => {
  folder = copySample();
  const guides = join(folder, 'guides');
  const images = join(folder, 'static/img');
  const nurse = readFileSync(join(guides, 'nurse.md'), 'utf8');
  writeFileSync(join(guides, 'hostile.md'), hostileGuide());
  writeFileSync(join(guides, hostileName), nurse.replaceAll('nurse', 'other'));
  writeFileSync(join(images, 'evil.svg'), svg);
  writeFileSync(join(images, 'page.png'), '<!doctype html><script>top.__pwn = 1</script>');
  writeFileSync(join(images, 'script.png'), 'top.__pwn = 1');
  copyFileSync(join(images, 'nurse.png'), join(folder, 'secret.png'));
  symlinkSync('/etc/hostname', join(images, 'outside.png'));
  mkdirSync(join(folder, 'staticky'));
  copyFileSync(join(images, 'nurse.png'), join(folder, 'staticky/nurse.png'));
  giveToApp(guides);
  running = await launch(folder);
  running.page.context().on('request', (request) => asked.push(request.url()));
  running.app.process().stderr?.on('data', (data) => refused.push(String(data)));
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

// Whatever a test tried, nothing of it may have worked.
test.afterEach(async () => {
  expect(await marksLeft()).toEqual([]);
  expect(running.page.url()).toBe('app://ui/index.html');
  expect(running.app.windows()).toHaveLength(1);
});

/** Frames in which the sentinel of a vector is set. */
async function marksLeft(): Promise<readonly string[]> {
  const marked: string[] = [];
  for (const frame of running.page.frames()) {
    const set = await frame.evaluate(() => {
      const value = Reflect.get(window, '__pwn') as unknown;
      return value === 1 || document.title.includes('__pwn');
    });
    if (set) marked.push(frame.url());
  }
  return marked;
}

/** Answers every question of the main process with a button, and keeps what it asked and opened. */
async function answerQuestions(button: number): Promise<void> {
  await running.app.evaluate(({ dialog, shell }, response) => {
    const log: { questions: string[]; opened: string[] } = { questions: [], opened: [] };
    Reflect.set(globalThis, 'asked', log);
    dialog.showMessageBox = ((...given: unknown[]) => {
      log.questions.push((given.at(-1) as { detail: string }).detail);
      return Promise.resolve({ response, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    shell.openExternal = (url) => {
      log.opened.push(url);
      return Promise.resolve();
    };
    shell.openPath = (path) => {
      log.opened.push(path);
      return Promise.resolve('');
    };
  }, button);
}

function questions(): Promise<{ questions: string[]; opened: string[] }> {
  return running.app.evaluate(() => Reflect.get(globalThis, 'asked'));
}

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

/** The frame of the preview as Playwright sees it. */
function previewFrame() {
  const frame = running.page.frames().find((one) => one.url() === 'app://ui/preview.html');
  if (!frame) throw new Error('no preview');
  return frame;
}

test('[T43] the preview frame has nothing to ask the main process with', async () => {
  const found = await previewFrame().evaluate(() => ({
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
    "default-src 'none'; img-src site: data:; style-src 'self'; font-src 'self'; " +
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

test('[T01] [T02] [T04] [T05] [T09] [T13] [T14] [T21] no vector of a hostile guide runs or asks for anything', async () => {
  const { page } = running;
  expect(vectorCount).toBeGreaterThanOrEqual(100);
  await answerQuestions(1);
  asked.length = 0;

  await test.step('it is shown whole: no vector swallows what follows it', async () => {
    await page.getByRole('searchbox').fill('hostile');
    await page.keyboard.press('Enter');
    const preview = previewPage(page);
    await expect(preview.getByText(markerOf(markerCount - 1), { exact: true })).toHaveCount(1);
    const shown = await previewFrame().evaluate(
      () => document.getElementById('page')?.textContent ?? '',
    );
    const missing = [...Array(markerCount).keys()].filter(
      (index) => !shown.includes(markerOf(index)),
    );
    expect(missing).toEqual([]);
  });

  await test.step('the page holds no element or attribute that could act', async () => {
    const found = await previewFrame().evaluate(() => {
      const all = [...(document.getElementById('page')?.querySelectorAll('*') ?? [])];
      const attributes = all.flatMap((element) => [...element.attributes]);
      return {
        elements: [...new Set(all.map(({ tagName }) => tagName.toLowerCase()))].sort(),
        handlers: attributes.filter(({ name }) => /^on|^style$|^srcset$|^action/.test(name)).length,
        links: [...document.querySelectorAll('a[href]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((address) => !/^(?:https:\/\/|#)/.test(address)),
        images: [...document.querySelectorAll('img')]
          .map(({ src }) => src)
          .filter((address) => address !== '' && !/^site:\/\/[0-9a-z]+\/static\//.test(address)),
        frames: window.frames.length,
      };
    });
    const harmless =
      'a article code div footer h1 h2 header img input li nav ol p pre section span sup table tbody td th thead tr ul';
    expect(found.elements.filter((name) => !harmless.split(' ').includes(name))).toEqual([]);
    expect({ ...found, elements: [] }).toEqual({
      elements: [],
      handlers: 0,
      links: [],
      images: [],
      frames: 0,
    });
  });

  await test.step('a click on any of it goes nowhere, web addresses are asked about', async () => {
    await previewFrame().evaluate(() => {
      for (const element of document.querySelectorAll('#page *')) {
        for (const type of ['pointerenter', 'mouseover', 'focus', 'auxclick', 'click', 'toggle']) {
          element.dispatchEvent(
            new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 }),
          );
        }
      }
    });
    const { questions: asked, opened } = await questions();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((address) => !address.startsWith('https://tracker.invalid/'))).toEqual([]);
    expect(opened).toEqual([]);
  });

  await test.step('list, tab, form, palette and findings show it as text', async () => {
    // A click on a related guide has opened that one.
    await page.getByRole('tab', { name: '<img src=x' }).first().click();
    await page.keyboard.press('Control+2');
    await expect(page.locator('.formpane')).toContainText('window.__pwn');
    await page.keyboard.press('Control+1');
    await page.getByRole('searchbox').fill('onerror');
    await expect(page.getByRole('option', { name: 'onerror=top.__pwn=1' })).toBeVisible();
    await page.getByRole('searchbox').fill('');
    await page.keyboard.press('Control+p');
    await page.getByRole('combobox', { name: /探す/ }).fill('onerror');
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('<img');
    await page.keyboard.press('Escape');
  });

  await test.step('nothing was asked for outside the application', () => {
    expect(asked.some((address) => address.startsWith('site://'))).toBe(true);
    expect(asked.filter((address) => !/^(?:app:\/\/ui\/|site:\/\/|data:)/.test(address))).toEqual(
      [],
    );
  });
});

test('[T26] a guide that begins with ---js opens, is not run, and can be edited and saved', async () => {
  const { page } = running;
  const path = join(folder, 'guides/program.md');
  const proof = join(folder, 'ran.txt');
  const text = `---js\n{ title: (require('fs').writeFileSync(${JSON.stringify(proof)}, ''), globalThis.__pwn = 1, 'x') }\n---\n# Program\n\nbody\n`;
  writeFileSync(path, text);
  giveToApp(path);
  await openFromList(page, 'Program');
  await expect(previewPage(page).locator('h1')).toHaveText('Program');
  await page.keyboard.press('Control+2');
  await expect(page.locator('.formpane')).toContainText('対応していません');
  await page.keyboard.press('Control+1');
  await caretAfterLine(page, 'body');
  await page.keyboard.type('!');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(text.replace('body', 'body!'));
  expect(existsSync(proof)).toBe(false);
  expect(await running.app.evaluate(() => Reflect.get(globalThis, '__pwn') as unknown)).toBe(
    undefined,
  );
});

/** Tries one way out of the window's page, in a timer of the page. */
async function tryToLeave(way: string): Promise<void> {
  await running.page.evaluate((name) => {
    const target = 'https://elsewhere.invalid/';
    const click = (attributes: Record<string, string>, type = 'click', button = 0): void => {
      const link = document.body.appendChild(document.createElement('a'));
      for (const [key, value] of Object.entries(attributes)) link.setAttribute(key, value);
      link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button }));
      link.remove();
    };
    const opened = (window_: Window | null): void => {
      if (window_) Reflect.set(window, '__pwn', 1);
    };
    const ways: Readonly<Record<string, () => void>> = {
      location: () => (location.href = target),
      replace: () => location.replace(target),
      'data address': () => (location.href = 'data:text/html,x'),
      'file address': () => (location.href = 'file:///etc/passwd'),
      'another page of ours': () => (location.href = 'app://ui/preview.html'),
      'site page': () => (location.href = 'site://x/static/img/evil.svg'),
      open: () => opened(window.open(target)),
      'open blank': () => opened(window.open('about:blank')),
      'open ours': () => opened(window.open('app://ui/index.html')),
      link: () => click({ href: target }),
      'link to a new window': () => click({ href: target, target: '_blank' }),
      'middle click': () => click({ href: target }, 'auxclick', 1),
      'link of the preview': () => {
        const link = document.querySelector('iframe')?.contentDocument?.createElement('a');
        if (!link) throw new Error('no preview');
        link.href = target;
        link.target = '_top';
        document.querySelector('iframe')?.contentDocument?.body.append(link);
        link.click();
        link.remove();
      },
      refresh: () => {
        const meta = document.head.appendChild(document.createElement('meta'));
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${target}`;
        meta.remove();
      },
      frame: () => document.querySelector('iframe')?.contentWindow?.location.replace(target),
      'frame to ours': () =>
        document.querySelector('iframe')?.contentWindow?.location.replace('index.html'),
      'frame refresh': () => {
        const page = document.querySelector('iframe')?.contentDocument;
        const meta = page?.createElement('meta');
        if (!page || !meta) throw new Error('no preview');
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${target}`;
        page.head.append(meta);
        meta.remove();
      },
    };
    return new Promise<void>((resolve) => {
      setTimeout(() => {
        ways[name]?.();
        // Long enough for a navigation that is allowed to be done.
        setTimeout(resolve, 150);
      });
    });
  }, way);
}

for (const way of [
  'location',
  'replace',
  'data address',
  'file address',
  'another page of ours',
  'site page',
  'open',
  'open blank',
  'open ours',
  'link',
  'link to a new window',
  'middle click',
  'link of the preview',
  'refresh',
  'frame',
  'frame to ours',
  'frame refresh',
]) {
  test(`[T41] [T42] the window and its preview stay where they are: ${way}`, async () => {
    await tryToLeave(way);
    const addresses = running.page.frames().map((frame) => frame.url());
    expect(addresses).toEqual(['app://ui/index.html', 'app://ui/preview.html']);
    await expect(running.page.getByRole('listbox')).toBeVisible();
    expect(
      await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1);
  });
}

test('[T41] a middle click on a link of the preview asks first, and opens no window', async () => {
  const { page } = running;
  await answerQuestions(1);
  await page.getByRole('tab', { name: '<img src=x' }).first().click();
  const link = previewPage(page).locator('a[href="https://tracker.invalid/ee"]');
  await link.click({ button: 'middle' });
  await expect
    .poll(async () => (await questions()).questions)
    .toEqual(['https://tracker.invalid/ee']);
  expect((await questions()).opened).toEqual([]);
});

test('[T39] only web and mail addresses are opened outside, and only after a yes', async () => {
  const { page } = running;
  const open = (url: string) =>
    page.evaluate((one) => window.app.request('shell.openExternal', { url: one }), url);
  await answerQuestions(0);
  for (const url of [
    'file:///etc/passwd',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'vscode://x',
    'smb://evil/share',
    'data:text/html,x',
    'app://ui/index.html',
    '//evil.invalid/x',
    '\\\\evil.invalid\\share',
    'https://user@evil.invalid/',
    ' https://evil.invalid/',
    '/etc/passwd',
    '',
  ]) {
    expect(await open(url), url).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  }
  expect(await questions()).toEqual({ questions: [], opened: [] });

  const long = `https://example.invalid/${'a'.repeat(300)}?q=1#end`;
  expect(await open(long)).toEqual({ ok: true, value: true });
  expect(await open('mailto:a@example.invalid')).toEqual({ ok: true, value: true });
  const both = [long, 'mailto:a@example.invalid'];
  expect(await questions()).toEqual({ questions: both, opened: both });

  await answerQuestions(1);
  expect(await open(long)).toEqual({ ok: true, value: false });
  expect(await questions()).toEqual({ questions: [long], opened: [] });
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

/** What the main process answers for an address, as a page of ours would get it. */
function askSite(addresses: readonly string[]) {
  return running.app.evaluate(async ({ net }, urls) => {
    const ask = async (url: string) => {
      const response = await net.fetch(url).catch(() => undefined);
      return {
        url,
        status: response?.status ?? 0,
        type: response?.headers.get('content-type') ?? '',
        policy: response?.headers.get('content-security-policy') ?? '',
        sniff: response?.headers.get('x-content-type-options') ?? '',
        bytes: (await response?.arrayBuffer())?.byteLength ?? 0,
      };
    };
    return Promise.all(urls.map(ask));
  }, addresses);
}

/** `site://` and the name that the open folder has there. */
async function siteOfFolder(): Promise<string> {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  const image = previewPage(page).locator('img').first();
  await expect(image).toHaveAttribute('src', /^site:/);
  return /^site:\/\/[^/]+/.exec((await image.getAttribute('src')) ?? '')?.[0] ?? '';
}

test('[T17] [T18] no address of site: leads out of the static folder', async () => {
  const site = await siteOfFolder();
  const ups = [
    '..',
    '%2e%2e',
    '%2E%2E',
    '.%2e',
    '%252e%252e',
    '..%00',
    '..;',
    '...',
    '%c0%ae%c0%ae',
  ];
  const slashes = ['/', '%2f', '%5c', '\\', '%255c', '//', '%2f%2f'];
  const traversals = ups.flatMap((up) =>
    slashes.flatMap((slash) => [
      `/static/img/${up}${slash}${up}${slash}secret.png`,
      `/static${slash}${up}${slash}secret.png`,
      `/static/img/${`${up}${slash}`.repeat(12)}etc/hostname`,
    ]),
  );
  const others = [
    '/secret.png',
    '/staticky/nurse.png',
    '/static/img/outside.png',
    '/static/img',
    '/static/',
    '/',
    '//etc/hostname',
    '/C:/Windows/win.ini',
    '/static/C:%5cWindows%5cwin.ini',
    '/static/img/nurse.png%00.txt',
    '/static/img/nurse.png/',
    '/guides/nurse.md',
    '/.shirube/config.json',
    `/static/img/${'a'.repeat(5000)}.png`,
  ].map((path) => site + path);
  const elsewhere = ['site://unknown/static/img/nurse.png', 'site:///static/img/nurse.png'];
  const [known, ...answers] = await askSite([
    `${site}/static/img/nurse.png`,
    ...traversals.map((path) => site + path),
    ...others,
    ...elsewhere,
  ]);
  expect(known).toMatchObject({ status: 200, type: 'image/png', sniff: 'nosniff' });
  expect(answers.length).toBeGreaterThan(200);
  expect(answers.filter(({ status, bytes }) => status === 200 || bytes > 0)).toEqual([]);
});

test('[T35] an SVG is served in a sandbox of its own, and its script does not run', async () => {
  const site = await siteOfFolder();
  const [answer] = await askSite([`${site}/static/img/evil.svg`]);
  expect(answer).toMatchObject({
    status: 200,
    type: 'image/svg+xml',
    policy: "sandbox; default-src 'none'",
    sniff: 'nosniff',
  });
  // Loaded as a page of its own, which no window of ours ever does.
  const title = await running.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL(url);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const shown = window.getTitle();
    window.destroy();
    return shown;
  }, `${site}/static/img/evil.svg`);
  expect(title).toBe('calm');
});

test('[T36] what is no image is not served under an image’s name', async () => {
  const site = await siteOfFolder();
  const answers = await askSite([`${site}/static/img/page.png`, `${site}/static/img/script.png`]);
  expect(answers.map(({ status, bytes }) => ({ status, bytes }))).toEqual([
    { status: 404, bytes: 0 },
    { status: 404, bytes: 0 },
  ]);
});

/** Drops something on a place of the window as the system does, so that the browser's own answer counts. */
async function dropAt(x: number, y: number, data: object): Promise<void> {
  const client = await running.page.context().newCDPSession(running.page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], dragOperationsMask: 1, ...data },
    });
  }
  await client.detach();
  await running.page.waitForTimeout(150);
}

test('[T11] a file or an address dropped on the window is not gone to', async () => {
  const { page } = running;
  const file = join(folder, 'dropped.html');
  writeFileSync(file, '<script>top.__pwn = 1</script>');
  giveToApp(file);
  for (const selector of ['.guides', '.source .cm-content', '.previewpane iframe', '.statusbar']) {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(selector);
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 40)];
    await dropAt(x, y, { files: [file] });
    await dropAt(x, y, {
      items: [
        { mimeType: 'text/uri-list', data: 'https://elsewhere.invalid/', title: '' },
        { mimeType: 'text/html', data: '<img src=x onerror=top.__pwn=1>' },
      ],
    });
    expect(
      page.frames().map((frame) => frame.url()),
      selector,
    ).toEqual(['app://ui/index.html', 'app://ui/preview.html']);
  }
  await expect(page.getByRole('option', { name: /^Data Analyst/ })).toBeVisible();
  await page.keyboard.press('Control+z');
});
