import { afterEach, expect, test, vi } from 'vitest';
import type { OpenedGuide } from '#core/ipc/contract';
import type { SaveWarning } from '#core/ipc/save-warning';
import { openGuide, saveGuide } from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions } from '../../../src-renderer/app/sessions.ts';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';

const path = 'guides/nurse.md';
const guide: OpenedGuide = { path, text: '# 看護師\n', bom: false, hash: 'old' };

async function saveWith(answer: unknown): Promise<boolean> {
  vi.stubGlobal('app', {
    request: (method: string) =>
      Promise.resolve(
        method === 'guide.open'
          ? { ok: true, value: guide }
          : method === 'guide.save'
            ? answer
            : { ok: true, value: null },
      ),
  });
  const nothing = () => undefined;
  await openGuide(path, {
    locale: 'ja',
    flavour: 'gfm-cjk',
    blankMarks: true,
    knowledge: noKnowledge,
    onEditInForm: nothing,
    onFix: nothing,
    onFixAll: nothing,
  });
  return saveGuide(path);
}

function forget(): void {
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  useToastStore.setState({ toasts: [] });
}

afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

const told = () => useToastStore.getState().toasts.map(({ text }) => text);

const words: readonly (readonly [SaveWarning, RegExp, RegExp])[] = [
  ['durability-unknown', /ディスクに確かに残ったか/, /did not confirm/],
  ['owner-lost', /持ち主/, /owner/],
  ['permissions-lost', /読み書きできるか/, /read and write/],
  ['attributes-lost', /タグ/, /tags/],
  ['names-split', /ほかの名前/, /other names/],
];

test.each(words)(
  '[F07][F15][F16] a save that tells %s says so to the author',
  async (warning, ja, en) => {
    const value = { hash: 'new', savedAt: 1, warnings: [warning] };
    const before = useSettingsStore.getState().locale;
    for (const [locale, said] of [
      ['ja', ja],
      ['en', en],
    ] as const) {
      useSettingsStore.setState({ locale });
      expect(await saveWith({ ok: true, value })).toBe(true);
      expect(told()).toEqual([expect.stringMatching(said)]);
      forget();
    }
    useSettingsStore.setState({ locale: before });
  },
);

test('a save without a warning says nothing', async () => {
  expect(await saveWith({ ok: true, value: { hash: 'new', savedAt: 1 } })).toBe(true);
  expect(told()).toEqual([]);
});

test.each(['disk-full', 'not-allowed', 'io', 'not-found', 'several-names', 'internal'] as const)(
  '[F04][F06][F08][F10][F13][F15] a save that ends with %s leaves the text unsaved, and shows why',
  async (code) => {
    const failure = { code, detail: 'EIO write' };
    expect(await saveWith({ ok: false, failure })).toBe(false);
    const shown = useDocumentsStore.getState().documents.find((one) => one.path === path);
    expect(shown).toMatchObject({ saving: false, saveFailure: failure });
  },
);
