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
import { hostileGuide, markerCount, markerOf, vectorCount } from './hostile-vectors.ts';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { answerQuestions, questions } from './questions.ts';
import { marksLeft } from './sentinel.ts';
import { caretAfterLine, openFromList, previewFrame, previewPage } from './window.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>calm</title>' +
  '<script>document.querySelector("title").textContent = "ran"; top.__pwn = 1</script></svg>';
const hostileName = '<img src=x onerror=top.__pwn=1>.md';

let folder: string;
let running: RunningApp;
/** Addresses that a page asked for, blocked or not, from the first one on. */
const asked: string[] = [];

test.beforeAll(async () => {
  folder = copySample();
  const guides = join(folder, 'guides');
  const images = join(folder, 'static/img');
  const nurse = readFileSync(join(guides, 'nurse.md'), 'utf8');
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

test('[T01] [T02] [T04] [T05] [T09] [T13] [T14] [T21] no vector of a hostile guide runs or asks for anything', async () => {
  const { page } = running;
  expect(vectorCount).toBeGreaterThanOrEqual(100);
  await answerQuestions(running.app, 1);
  const path = join(folder, 'guides/hostile.md');
  writeFileSync(path, hostileGuide());
  giveToApp(path);

  await test.step('it is shown whole: no vector swallows what follows it', async () => {
    await page.getByRole('searchbox').fill('hostile');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    const preview = previewPage(page);
    await expect(preview.getByText(markerOf(markerCount - 1), { exact: true })).toHaveCount(1);
    const shown = await previewFrame(running.page).evaluate(
      () => document.getElementById('page')?.textContent ?? '',
    );
    const missing = [...Array(markerCount).keys()].filter(
      (index) => !shown.includes(markerOf(index)),
    );
    expect(missing).toEqual([]);
  });

  await test.step('the page holds no element or attribute that could act', async () => {
    const found = await previewFrame(running.page).evaluate(() => {
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
    await previewFrame(running.page).evaluate(() => {
      for (const element of document.querySelectorAll('#page *')) {
        for (const type of ['pointerenter', 'mouseover', 'focus', 'auxclick', 'click', 'toggle']) {
          element.dispatchEvent(
            new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 }),
          );
        }
      }
    });
    const { questions: asked, opened } = await questions(running.app);
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
    await expect(page.locator('.guides')).toContainText(hostileName);
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
  await expect(previewPage(page).getByRole('heading', { name: 'Program' })).toBeVisible();
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

test('[T41] a middle click on a link of the preview asks first, and opens no window', async () => {
  const { page } = running;
  await answerQuestions(running.app, 1);
  const path = join(folder, 'guides/links.md');
  writeFileSync(path, '# Links\n\n[away](https://tracker.invalid/ee)\n');
  giveToApp(path);
  await openFromList(page, 'Links');
  await previewPage(page).getByRole('link', { name: 'away' }).click({ button: 'middle' });
  await expect
    .poll(async () => (await questions(running.app)).questions)
    .toEqual(['https://tracker.invalid/ee']);
  expect((await questions(running.app)).opened).toEqual([]);
});

test('[T39] only web and mail addresses are opened outside, and only after a yes', async () => {
  const { page } = running;
  const open = (url: string) =>
    page.evaluate((one) => window.app.request('shell.openExternal', { url: one }), url);
  await answerQuestions(running.app, 0);
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
  expect(await questions(running.app)).toEqual({ questions: [], opened: [] });

  const long = `https://example.invalid/${'a'.repeat(300)}?q=1#end`;
  expect(await open(long)).toEqual({ ok: true, value: true });
  expect(await open('mailto:a@example.invalid')).toEqual({ ok: true, value: true });
  const both = [long, 'mailto:a@example.invalid'];
  expect(await questions(running.app)).toEqual({ questions: both, opened: both });

  await answerQuestions(running.app, 1);
  expect(await open(long)).toEqual({ ok: true, value: false });
  expect(await questions(running.app)).toEqual({ questions: [long], opened: [] });
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
