import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// Every rule of the architecture is broken once, in a copy, to see the check that holds it turn red.
const root = resolve(import.meta.dirname, '../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'shirube-plant-'));
  const names = ['src-core', 'src-main', 'src-preload', 'src-renderer', 'scripts', 'tests'];
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
  const configs = ['.dependency-cruiser.cjs', '.oxlintrc.json', 'knip.json', 'README.md'];
  const builds = ['electron.vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'];
  for (const name of [...names, ...files, ...configs, ...builds]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  writeFileSync(join(copy, path), text);
}

function run(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return stdout + stderr;
}

const arrows: readonly (readonly [string, string, string])[] = [
  ['core-is-pure', 'src-core/text/planted.ts', "import 'node:fs';"],
  ['core-stands-alone', 'src-core/text/planted-react.ts', "import 'react';"],
  ['rules-never-each-other', 'src-core/lint/rules/planted.ts', "import './json-syntax.ts';"],
  [
    'main-no-page',
    'src-main/windows/planted.ts',
    "import '../../src-renderer/platform/bridge.ts';",
  ],
  ['cli-no-electron', 'src-main/cli/planted.ts', "import 'electron';"],
  [
    'services-through-compose',
    'src-main/menu/planted.ts',
    "import { createLog } from '../services/log.ts';\nexport const log = createLog;",
  ],
  ['preload-is-thin', 'src-preload/planted.ts', "import '#core/text/fold';"],
  ['page-is-confined', 'src-renderer/ui/planted.ts', "import 'node:fs';"],
  ['page-no-main', 'src-renderer/ui/planted-main.ts', "import '../../src-main/files/hash.ts';"],
  ['features-apart', 'src-renderer/features/tabs/planted.ts', "import '../palette/Palette.tsx';"],
  ['features-below-app', 'src-renderer/features/tabs/up.ts', "import '../../app/App.tsx';"],
  [
    'editor-below-features',
    'src-renderer/editor/planted.ts',
    "import '../features/tabs/Tabs.tsx';",
  ],
  [
    'feature-has-one-door',
    'src-renderer/app/planted.ts',
    "import { tabName } from '../features/tabs/tabs-model.ts';\nexport const name = tabName;",
  ],
  ['ui-knows-nothing', 'src-renderer/ui/planted-store.ts', "import '../stores/toast-store.ts';"],
  ['platform-is-lowest', 'src-renderer/platform/planted.ts', "import '../ui/icons.tsx';"],
  ['stores-below-editor', 'src-renderer/stores/planted.ts', "import '../ui/icons.tsx';"],
  [
    'no-cycles',
    'src-core/text/circle-a.ts',
    "import { b } from './circle-b.ts';\nexport const a = () => b;",
  ],
];

it('each arrow that the architecture forbids is found', () => {
  for (const [, path, text] of arrows) plant(path, `${text}\n`);
  plant(
    'src-core/text/circle-b.ts',
    "import { a } from './circle-a.ts';\nexport const b = () => a;\n",
  );
  const said = run(
    '-e',
    "import('./scripts/check/cruise.mjs').then(m=>console.log(m.checkCruise('.')))",
  );
  for (const [rule, path] of arrows) expect(said).toContain(`${rule}: ${path}`);
});

it('each forbidden way of writing is found', () => {
  plant(
    'src-core/text/written.ts',
    [
      "import { Localized } from '../messages/messages.ts';",
      'export const text: Localized = { ja: "", en: "" };',
      'export function untyped(value: any): unknown {',
      '  return value;',
      '}',
      "export function chosen(kind: 'a' | 'b'): number {",
      "  switch (kind) { case 'a': return 1; }",
      '  return 0;',
      '}',
      'const later = async (): Promise<void> => undefined;',
      'later();',
      ...Array.from({ length: 401 }, (_, index) => `export const line${index} = ${index};`),
    ].join('\n'),
  );
  plant('src-main/windows/door.ts', "import { ipcMain } from 'electron';\nipcMain.eventNames();\n");
  plant(
    'src-main/files/matter.ts',
    "import matter from 'gray-matter';\nexport const m = matter;\n",
  );
  const said = run('node_modules/oxlint/bin/oxlint', '--type-aware', '--format=unix');
  for (const rule of [
    'consistent-type-imports',
    'no-explicit-any',
    'switch-exhaustiveness-check',
    'no-floating-promises',
    'max-lines',
  ]) {
    expect(said).toMatch(new RegExp(`text/written\\.ts.*${rule}|\\(${rule}\\)`));
  }
  expect(said).toMatch(/windows\/door\.ts.*no-restricted-imports/);
  expect(said).toMatch(/files\/matter\.ts.*no-restricted-imports/);
});

it('a text in one language only, a request without a handler or a command without a deed do not compile', () => {
  plant(
    'src-core/messages/one-sided.ts',
    "import { defineMessages } from './messages.ts';\nexport const one = defineMessages({ ja: { a: 'あ', b: 'い' }, en: { a: 'a' } });\n",
  );
  const methods = 'src-core/ipc/methods.ts';
  const before = run('-p', `fs.readFileSync(${JSON.stringify(methods)}, 'utf8')`);
  plant(methods, before.replace("'app.info',", "'app.info',\n  'app.planted',"));
  const commands = 'src-core/commands/file-commands.ts';
  const list = run('-p', `fs.readFileSync(${JSON.stringify(commands)}, 'utf8')`);
  plant(commands, list.replace("id: 'guide.new',", "id: 'guide.planted',"));
  const said = run('node_modules/typescript/bin/tsc', '-b', '--force');
  expect(said).toContain('one-sided.ts');
  expect(said).toMatch(/contract\.ts.*\n?.*app\.planted/);
  expect(said).toMatch(/run-command\.ts.*\n?.*guide\.planted/);
});

it('unused code and an unknown case id are found', () => {
  appendFileSync(join(copy, 'src-core/text/fold.ts'), '\nexport const nobodyNeedsThis = 1;\n');
  plant(
    'tests/core/text/planted.test.ts',
    "import { it } from 'vitest';\nit('[T99] no such case', () => undefined);\n",
  );
  expect(run('node_modules/knip/bin/knip.js', '--no-progress')).toContain('nobodyNeedsThis');
  const said = run(
    '-e',
    "import('./scripts/check/case-ids.mjs').then(m=>console.log(m.checkCaseIds('.')))",
  );
  expect(said).toContain('[T99]');
});
