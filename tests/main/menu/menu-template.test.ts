import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/command';
import { commands } from '#core/commands/commands';
import { menuMessages } from '#core/messages/menu';
import { mainMessages } from '#core/messages/main';
import { createMenuTemplate, type MenuContent } from '../../../src-main/menu/menu-template.ts';

type Item = MenuItemConstructorOptions;

function menu(changes: Partial<MenuContent> = {}): Item[] {
  return createMenuTemplate({
    locale: 'ja',
    platform: 'linux',
    recent: [],
    onCommand: () => undefined,
    onFolder: () => undefined,
    ...changes,
  });
}

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap((item) =>
    Array.isArray(item.submenu) ? [item, ...itemsOf(item.submenu)] : [item],
  );
}

describe('the native menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'has every command with a place once on %s',
    (platform) => {
      const ids = itemsOf(menu({ platform })).flatMap(({ id }) => (id === undefined ? [] : [id]));
      const placed = (commands as readonly Command[])
        .filter(({ menu: place }) => place !== 'none')
        .map(({ id }) => id);
      expect([...ids].sort()).toEqual([...placed].sort());
    },
  );

  it('[P9] speaks one language at a time', () => {
    expect(menu().map(({ label }) => label)).toEqual([
      'ファイル',
      '編集',
      '書式',
      '表示',
      '移動',
      'ツール',
      'ヘルプ',
    ]);
    const english = itemsOf(menu({ locale: 'en', platform: 'darwin' })).map(
      ({ label = '' }) => label,
    );
    expect(
      english.filter((label) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(label.replace('(日本語)', ''))),
    ).toEqual([]);
    expect(
      itemsOf(menu()).filter(({ label, type }) => label === undefined && type === undefined),
    ).toEqual([]);
  });

  it('runs a command when it is chosen', () => {
    const run: string[] = [];
    const save = itemsOf(menu({ onCommand: (id) => run.push(id) })).find(
      ({ id }) => id === 'guide.save',
    );
    save?.click?.({} as never, undefined, {});
    expect(run).toEqual(['guide.save']);
    expect(save).toMatchObject({ accelerator: 'CmdOrCtrl+S', registerAccelerator: true });
  });

  it('[P9] leaves to the page the keys that the editor and input methods use', () => {
    const left = itemsOf(menu()).filter(({ registerAccelerator }) => registerAccelerator === false);
    const ids = left.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'edit.undo',
        'edit.redo',
        'edit.find',
        'format.bold',
        'go.nextFinding',
        'go.nextRegion',
      ]),
    );
    expect(ids).not.toContain('guide.save');
  });

  it('offers the recent folders by name, with & as a letter', () => {
    const opened: string[] = [];
    const folder = { root: '/a/A & B', name: 'A & B', openedAt: 1 };
    const item = itemsOf(menu({ recent: [folder], onFolder: (root) => opened.push(root) })).find(
      ({ toolTip }) => toolTip === folder.root,
    );
    item?.click?.({} as never, undefined, {});
    expect([item?.label, opened]).toEqual(['A && B', [folder.root]]);
  });

  it('never offers developer tools or a reload', () => {
    const roles = itemsOf(menu({ platform: 'darwin' })).map(({ role }) => role);
    expect(roles.filter((role) => /devtools|reload/i.test(role ?? ''))).toEqual([]);
  });
});

describe('texts of main', () => {
  it.each([menuMessages, mainMessages])(
    '[P9] have the same places in both languages',
    ({ ja, en }) => {
      const places = (template: unknown) =>
        JSON.stringify(template)
          .match(/\{\w+\}/g)
          ?.sort() ?? [];
      for (const key of Object.keys(ja)) {
        const inJapanese = new Set(places(ja[key as keyof typeof ja]));
        const inEnglish = new Set(places(en[key as keyof typeof en]));
        expect([key, inEnglish]).toEqual([key, inJapanese]);
      }
    },
  );
});
