import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Diagnostic } from '#core/lint/diagnostic';
import { FindingsPanel } from '../../../../src-renderer/features/findings-panel/FindingsPanel.tsx';
import { giveElementsSize } from '../../element-size.ts';
import { finding } from '../../finding-fixture.ts';

beforeAll(() => giveElementsSize({ width: 900, height: 188 }));
afterEach(cleanup);

const fix = { title: { ja: '直し方', en: 'Fix' }, edits: [{ from: 0, to: 1, insert: '' }] };
const bold = finding('太字になりません', { from: 10, to: 14, fixes: [fix, fix] });
const order = finding('番号が飛んでいます', { from: 30, to: 34, severity: 'error' });

function renderPanel(findings: readonly Diagnostic[], caret = 0) {
  const calls = { onGo: vi.fn(), onFix: vi.fn(), onFixAll: vi.fn() };
  render(
    <FindingsPanel
      active="a.md"
      caret={caret}
      findings={new Map([['a.md', findings]])}
      entries={new Map()}
      fields={[]}
      lineOf={() => 22}
      tab="guide"
      tabs={undefined}
      onClose={() => undefined}
      {...calls}
    />,
  );
  return calls;
}

test('[P5] each finding says what and where, and brings its fix', () => {
  const { onFix, onGo } = renderPanel([bold, order]);
  const rows = screen.getAllByRole('row');
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
    '注意、太字になりません、22行目',
    'エラー、番号が飛んでいます、22行目',
  ]);
  const [first, second] = rows;
  fireEvent.click(within(first ?? document.body).getByRole('button', { name: '直す' }));
  expect(onFix).toHaveBeenCalledWith('a.md', bold, 0);
  expect(onGo).not.toHaveBeenCalled();
  fireEvent.click(within(second ?? document.body).getByRole('button', { name: '移動' }));
  expect(onGo).toHaveBeenCalledWith('a.md', order);
});

test('the row follows the caret; arrows move it and Enter goes there', () => {
  const { onGo } = renderPanel([bold, order], 32);
  const grid = screen.getByRole('grid');
  const selected = () => document.querySelector('[aria-selected="true"][role="row"]');
  expect(selected()?.textContent).toContain('番号が飛んでいます');
  fireEvent.keyDown(grid, { key: 'ArrowUp' });
  expect(selected()?.textContent).toContain('太字になりません');
  fireEvent.keyDown(grid, { key: 'Enter', keyCode: 229 });
  expect(onGo).not.toHaveBeenCalled();
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(onGo).toHaveBeenCalledWith('a.md', bold);
});

test('fixing all is offered with the number of findings that can be fixed', () => {
  const { onFixAll } = renderPanel([bold, order]);
  expect(screen.getByText('直せる指摘1件')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'すべて直す…' }));
  expect(onFixAll).toHaveBeenCalledOnce();
});

test('no findings is good news', () => {
  renderPanel([]);
  expect(screen.getByText('指摘はありません。書き出せます。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'すべて直す…' })).toBeNull();
});
