import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { languagesOf, readAppInfo } from '../../../src-main/services/app-info.ts';
import { createAppService } from '../../../src-main/services/app-service.ts';
import { createDocumentService } from '../../../src-main/services/document-service.ts';
import { createLayoutService } from '../../../src-main/services/layout-service.ts';
import { createSettingsService } from '../../../src-main/services/settings-service.ts';
import { createShellService } from '../../../src-main/services/shell-service.ts';
import { createStores } from '../../../src-main/services/stores.ts';
import { createTargetService } from '../../../src-main/services/target-service.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { keptLog } from '../../support/kept-log.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const japanese = async () => 'ja' as const;
const stores = () => createStores(temporaryFolder(), createSaver(), keptLog().log);

describe('shell requests', () => {
  function shellService() {
    const opened: string[] = [];
    const service = createShellService(
      {
        openExternal: async (url) => void opened.push(`open ${url}`),
        showItemInFolder: (path) => void opened.push(`show ${path}`),
      },
      japanese,
    );
    return { service, opened };
  }

  it('[T39] opens a web address after the author has seen it whole', async () => {
    const { service, opened } = shellService();
    const window = fakeWindow();
    const url = `https://example.test/${'a'.repeat(3000)}?b=c`;
    window.answers.push(1, 0);
    expect(await service['shell.openExternal']({ url }, window)).toEqual({
      ok: true,
      value: false,
    });
    expect(opened).toEqual([]);
    expect(await service['shell.openExternal']({ url }, window)).toEqual({ ok: true, value: true });
    expect(opened).toEqual([`open ${url}`]);
    expect(window.questions[0]).toMatchObject({ detail: url, cancel: 1 });
  });

  it.each([
    'ms-msdt:/x',
    'file:///etc/passwd',
    'vscode://x',
    'smb://x/y',
    'javascript:x',
    '//x',
    'a.md',
    '#x',
  ])('[T39] never opens %s, and does not even ask', async (url) => {
    const { service, opened } = shellService();
    const window = fakeWindow();
    expect(await service['shell.openExternal']({ url }, window)).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect([opened, window.questions]).toEqual([[], []]);
  });

  it('[T40] shows a file of the folder in its folder, and no other', async () => {
    const { service, opened } = shellService();
    const root = temporaryFolder();
    writeFileSync(join(root, 'a.md'), '');
    mkdirSync(join(root, 'static'));
    writeFileSync(join(root, 'static/看護.png'), '');
    symlinkSync('/etc', join(root, 'etc'));
    const { window } = await windowWithFolder(root);
    expect(await service['shell.reveal']({ path: 'a.md' }, window)).toMatchObject({ ok: true });
    await service['shell.reveal']({ path: 'static/看護.png' }, window);
    for (const path of ['../x', '/etc/passwd', 'etc/passwd', 'a\0.md']) {
      expect(await service['shell.reveal']({ path }, window)).toMatchObject({
        failure: { code: 'outside-workspace' },
      });
    }
    expect(opened).toEqual([`show ${join(root, 'a.md')}`, `show ${join(root, 'static/看護.png')}`]);
  });
});

describe('export requests', () => {
  it('[P10] plans only for the folder that the author chose on this machine', async () => {
    const remembered = stores();
    const { handlers, rootsOf } = createTargetService(remembered.targets, japanese);
    const root = temporaryFolder();
    const site = temporaryFolder();
    const { window, targets } = await windowWithFolder(root);
    const plan = (target: string, to: string) =>
      handlers['export.plan']({ target, root: to }, window);
    expect(await plan('site', site)).toMatchObject({ failure: { code: 'target-refused' } });
    window.answers.push(site);
    targets.site = site;
    expect(await handlers['export.chooseTarget']({ target: 'site' }, window)).toEqual({
      ok: true,
      value: site,
    });
    expect(await rootsOf(root)).toEqual({ site });
    expect(window.events.at(-1)).toMatchObject({
      event: 'workspace.changed',
      value: { targetRoots: { site } },
    });
    expect(await plan('site', site)).toMatchObject({ ok: true });
    for (const [target, to] of [
      ['site', root],
      ['site', `${site}/`],
      ['other', site],
      ['__proto__', site],
      ['constructor', site],
    ] as const) {
      expect(await plan(target, to)).toMatchObject({ failure: { code: 'target-refused' } });
    }
  });

  it('refuses a target that would write into the folder it reads from, and an unknown one', async () => {
    const { handlers, rootsOf } = createTargetService(stores().targets, japanese);
    const root = temporaryFolder();
    mkdirSync(join(root, 'out'));
    const { window } = await windowWithFolder(root);
    for (const inside of [root, join(root, 'out')]) {
      window.answers.push(inside, 0);
      expect(await handlers['export.chooseTarget']({ target: 'site' }, window)).toEqual({
        ok: true,
        value: null,
      });
    }
    expect(window.questions).toHaveLength(2);
    expect(await rootsOf(root)).toEqual({});
    expect(await handlers['export.chooseTarget']({ target: 'x' }, window)).toMatchObject({
      failure: { code: 'bad-request' },
    });
  });
});

describe('document requests', () => {
  it('reach the process of the folder; changes that do not fit are refused', async () => {
    const journal = fakeJournal();
    const service = createDocumentService(journal, () => 42);
    const { window, started } = await windowWithFolder(temporaryFolder());
    await service['document.open']({ path: 'a.md', text: 'a', version: 0 }, window);
    const change = { path: 'a.md', version: 1, changes: [{ from: 9, to: 9, insert: '' }] };
    expect(await service['document.change'](change, window)).toMatchObject({
      failure: { code: 'bad-request' },
    });
    await service['document.close']({ path: 'a.md' }, window);
    expect(journal.told).toEqual(['change a.md 1 undefined', 'close a.md']);
    expect(started[0]?.calls.slice(1)).toEqual(['openDocument a.md a 0', 'closeDocument a.md']);
    expect(await service['findings.all'](undefined, fakeWindow())).toMatchObject({
      failure: { code: 'no-workspace' },
    });
  });
});

describe('settings and layout', () => {
  it('a setting is stored, and all windows hear of it in the language it leads to', async () => {
    const heard: unknown[] = [];
    const remembered = stores();
    const service = createSettingsService(remembered.settings, 'ja', (settings, locale) => {
      heard.push([settings.theme, locale]);
    });
    expect(await service.locale()).toBe('ja');
    const changes = { locale: 'en', theme: 'dark' } as const;
    await service.handlers['settings.set'](changes, fakeWindow());
    await service.handlers['settings.set']({ theme: undefined }, fakeWindow());
    expect(heard).toEqual([
      ['dark', 'en'],
      ['dark', 'en'],
    ]);
    expect(await remembered.settings.read()).toMatchObject({ ...changes, editorSize: 14 });
  });

  it('each folder has a layout of its own', async () => {
    const service = createLayoutService(stores());
    const [first, second] = [
      await windowWithFolder(temporaryFolder()),
      await windowWithFolder(temporaryFolder()),
    ];
    await service['layout.set']({ sidebarOpen: false }, first.window);
    await service['layout.set']({ sidebarOpen: true }, fakeWindow());
    const read = (window = fakeWindow()) => service['layout.get'](undefined, window);
    expect(await read(first.window)).toEqual({ ok: true, value: { sidebarOpen: false } });
    expect(await read(second.window)).toEqual({ ok: true, value: {} });
    expect(await read()).toEqual({ ok: true, value: {} });
  });
});

describe('what the application says of itself', () => {
  const source = {
    version: '0.1.0',
    versions: process.versions,
    platform: 'linux',
    packaged: false,
    runtime: 'fallback',
    languages: ['ja-JP'],
  } as const;

  it.each([
    [['ja-JP', 'en'], 'ja'],
    [['fr-FR', 'en'], 'en'],
    [['fr-FR'], 'en'],
    [[], 'ja'],
  ] as const)('[P9] languages %j mean %s', (languages, systemLocale) => {
    expect(readAppInfo({ ...source, languages }).systemLocale).toBe(systemLocale);
  });

  it('a Linux session that names no language says so, whatever the runtime assumes', () => {
    expect(languagesOf(['en-US'], 'linux', { LANG: 'C.UTF-8' })).toEqual([]);
    expect(languagesOf(['en-US'], 'linux', {})).toEqual([]);
    expect(languagesOf(['en-US'], 'linux', { LANG: 'en_US.UTF-8' })).toEqual(['en-US']);
    expect(languagesOf(['en-US'], 'darwin', {})).toEqual(['en-US']);
  });

  it('each window has its own folder to open', async () => {
    const service = createAppService(readAppInfo(source));
    const ask = (folder?: string) => service['app.info'](undefined, fakeWindow(1, folder));
    expect(await ask('/w')).toMatchObject({ value: { launchFolder: '/w', runtime: 'fallback' } });
    expect(await ask()).toMatchObject({ value: { platform: 'linux' } });
    const window = fakeWindow();
    await service['app.setUnsaved']({ paths: ['a.md'] }, window);
    expect(window.unsaved).toEqual(['a.md']);
  });
});
