import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { noCounts } from '#core/lint/diagnostic';
import { StatusBar } from '../../../../src-renderer/features/status-bar/StatusBar.tsx';
import { openDocument } from '../../open-document-fixture.ts';

afterEach(cleanup);

function renderBar(values: Partial<Parameters<typeof StatusBar>[0]> = {}) {
  render(
    <StatusBar
      document={openDocument({ savedAt: new Date(2026, 10, 23, 14, 32).getTime() })}
      counts={{ ...noCounts, error: 2, warning: 3, hint: 2 }}
      progress={{ phase: 'check', done: 774, total: 1248 }}
      caret={{ line: 22, column: 39, selected: 0 }}
      bodyCount={{ characters: 8412, blanks: 12, words: 40, wordCharacters: 200 }}
      eol="LF"
      flavour="gfm-cjk"
      unprotected={false}
      historyFailing={false}
      onShowFindings={() => undefined}
      {...values}
    />,
  );
  return [...document.querySelectorAll('.statusbar > *')]
    .map((item) => item.textContent)
    .filter((text) => text !== '');
}

test('the bar says saved, findings, progress, place, length, encoding and sameness', () => {
  expect(renderBar()).toEqual([
    '保存済み14:32',
    '232',
    '1,248件を確認中 62%',
    '22行39文字',
    '本文8,412文字 · 約17分',
    'UTF-8 ・ LF',
    'サイトと同じ表示',
  ]);
});

test('[F30] that nothing typed is kept is told in red, with what to do', () => {
  expect(renderBar({ unprotected: true })).toContain('自動の控えなし');
  const alert = screen.getByRole('alert');
  expect(alert.className).toContain('t-error');
  expect(alert.getAttribute('data-tip')).toContain('こまめに保存');
});

test('[F04] that no history can be kept is told, and that saving works', () => {
  expect(renderBar({ historyFailing: true })).toContain('履歴を残せません');
  expect(screen.getByRole('alert').getAttribute('data-tip')).toContain('保存はできています');
});

test('the tip of the length says what was counted', () => {
  renderBar();
  const tip = document.querySelector('[data-tip*="8,400文字"]')?.getAttribute('data-tip');
  expect(tip).toContain('記号も1文字と数え');
  expect(tip).toContain('英単語40語');
  cleanup();
  const empty = { characters: 0, blanks: 0, words: 0, wordCharacters: 0 };
  expect(renderBar({ bodyCount: empty })).toContain('本文0文字');
});

test('the numbers of findings have words for a screen reader', () => {
  renderBar();
  expect(screen.getByRole('button', { name: 'エラー2、注意3、ヒント2。指摘を表示' })).toBeTruthy();
});

test('without an open guide only the progress is told', () => {
  expect(renderBar({ document: undefined })).toEqual(['1,248件を確認中 62%']);
});
