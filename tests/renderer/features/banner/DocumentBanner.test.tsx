import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { bannerState } from '../../../../src-renderer/features/banner/banner-model.ts';
import { DocumentBanner } from '../../../../src-renderer/features/banner/DocumentBanner.tsx';
import type { OpenDocument } from '../../../../src-renderer/stores/documents-store.ts';
import { openDocument } from '../../open-document-fixture.ts';

afterEach(cleanup);

const diskFull = { code: 'disk-full', detail: 'ENOSPC' } as const;
const changed = { code: 'changed-on-disk', detail: '' } as const;

test.each([
  [{}, undefined],
  [{ saveFailure: diskFull }, 'save-failed'],
  [{ saveFailure: changed }, 'changed'],
  [{ saveFailure: { code: 'cancelled', detail: '' } }, undefined],
  [{ disk: 'changed', saveFailure: diskFull }, 'changed'],
  [{ disk: 'deleted', unsaved: true }, 'deleted'],
  [{ readOnly: 'too-large' }, 'read-only'],
  [{ readOnly: 'not-utf8' }, 'not-utf8'],
] as const)('an open guide with %o has the banner %s', (values, kind) => {
  expect(bannerState(openDocument(values), undefined)?.kind).toBe(kind);
});

test('[F40] a folder that cannot be watched is told of where nothing graver holds', () => {
  const folder = { unwatched: true, away: false };
  expect(bannerState(openDocument(), undefined, folder)?.kind).toBe('unwatched');
  expect(bannerState(openDocument({ disk: 'deleted' }), undefined, folder)?.kind).toBe('deleted');
});

test('[F43] a folder whose volume is away is told of before everything else', () => {
  const folder = { unwatched: true, away: true };
  const document = openDocument({ unsaved: true, saveFailure: diskFull });
  expect(bannerState(document, undefined, folder)?.kind).toBe('away');
  const nothing = () => undefined;
  render(
    <DocumentBanner
      {...{ document, folder, onSave: nothing, onSaveCopy: nothing, onCompare: nothing }}
      {...{ onReload: nothing, onOverwrite: nothing, onConvert: () => Promise.resolve() }}
    />,
  );
  expect(screen.getByText(/ディスクが外れています/).textContent).toContain('控えに残ります');
  expect(screen.getByRole('button', { name: '別の場所に保存…' })).toBeTruthy();
});

function renderBanner(values: Partial<OpenDocument>) {
  const calls = {
    onSave: vi.fn(),
    onSaveCopy: vi.fn(),
    onCompare: vi.fn(),
    onReload: vi.fn(),
    onOverwrite: vi.fn(),
    onConvert: vi.fn(() => Promise.resolve()),
  };
  render(<DocumentBanner document={openDocument(values)} {...calls} />);
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { ...calls, press };
}

test('[P3] a save that did not happen says what, what is safe, and what next; the code is folded away', () => {
  const { press, onSave, onSaveCopy } = renderBanner({ unsaved: true, saveFailure: diskFull });
  const text = document.querySelector('.bannertext')?.textContent ?? '';
  expect(text).toContain(
    '保存できませんでした（ディスクの空きがありません）。元のファイルはそのままで、書いた文章はこの画面に残っています。空きを作ってから、もう一度保存してください。',
  );
  expect(text).not.toContain('ENOSPC');
  press('くわしく');
  expect(screen.getByText('disk-full: ENOSPC')).toBeTruthy();
  press('もう一度保存');
  press('別の場所に保存…');
  expect(onSave).toHaveBeenCalledOnce();
  expect(onSaveCopy).toHaveBeenCalledOnce();
});

test('[P3] a change outside offers compare, reload and overwrite while there is unsaved text', () => {
  const { press, onCompare, onReload, onOverwrite } = renderBanner({
    disk: 'changed',
    unsaved: true,
  });
  press('見くらべる');
  press('読み直す');
  press('このまま上書き');
  expect([onCompare, onReload, onOverwrite].map((call) => call.mock.calls.length)).toEqual([
    1, 1, 1,
  ]);
});

test('a change outside of a saved text offers nothing that would undo it', () => {
  renderBanner({ disk: 'changed' });
  expect(screen.queryByRole('button', { name: 'このまま上書き' })).toBeNull();
});
