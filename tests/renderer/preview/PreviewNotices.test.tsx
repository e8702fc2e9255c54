import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { TemplateProblem } from '#core/markdown/page-template';
import { PreviewNotices } from '../../../src-renderer/features/preview/PreviewNotices.tsx';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';

function show(problem: TemplateProblem | undefined, notices: { ja: string; en: string }[] = []) {
  render(<PreviewNotices problem={problem} notices={notices} />);
  return screen.queryByRole('status')?.textContent ?? '';
}

const place = { file: 'parts/head.liquid', line: 3 };

afterEach(() => {
  cleanup();
  useSettingsStore.setState({ locale: 'ja' });
});

it('says nothing where the page is the site’s', () => {
  expect(show(undefined)).toBe('');
});

it.each([
  [{ kind: 'syntax', ...place, detail: 'tag "x" not found' }, '3行目を読めない', 'not found'],
  [{ kind: 'missing', ...place, detail: 'gone' }, '「gone」というファイルがありません', '3行目'],
  [{ kind: 'limit', ...place, detail: '' }, '途中で止めました', 'くり返し'],
  [{ kind: 'no-content', ...place, line: undefined, detail: '' }, '本文を入れる', '{{ content }}'],
] as const)('says where and what to do: %o', (problem, said, advice) => {
  const text = show(problem);
  expect(text).toContain('テンプレート「parts/head.liquid」');
  expect(text).toContain(said);
  expect(text).toContain(advice);
});

it('[P9] [T09] speaks the language of the interface, and shows names as text', () => {
  useSettingsStore.setState({ locale: 'en' });
  const text = show({ kind: 'missing', ...place, detail: '<b>x</b>' }, [
    { ja: '使いません', en: '1 rule is left out' },
  ]);
  expect(text).toContain('Template “parts/head.liquid”, line 3: there is no file “<b>x</b>”');
  expect(text).toContain('1 rule is left out');
  expect(document.querySelector('b')).toBeNull();
});
