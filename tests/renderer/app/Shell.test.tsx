import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { focusFilter, focusRegion } from '../../../src-renderer/app/regions.ts';
import { Shell } from '../../../src-renderer/app/Shell.tsx';
import { useLayoutStore } from '../../../src-renderer/stores/layout-store.ts';

const initial = useLayoutStore.getState();

beforeEach(() => {
  useLayoutStore.setState(initial, true);
  Object.assign(window, { innerWidth: 1440, innerHeight: 900 });
});
afterEach(cleanup);

function renderShell(values: Partial<Parameters<typeof Shell>[0]> = {}) {
  const slots = (
    <Shell
      appBar={<header />}
      sidebar={<input data-region-focus="filter" aria-label="filter" defaultValue="基盤" />}
      tabs={<button type="button">tab</button>}
      paneBar={<button type="button">bar</button>}
      view="source"
      source={<textarea className="cm-content" data-testid="source" />}
      form={<input aria-label="field" />}
      preview={<button type="button">preview</button>}
      panel={<textarea data-region-main data-testid="panel" />}
      statusBar={<button type="button">status</button>}
      {...values}
    />
  );
  return render(slots);
}

const named = () =>
  document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.textContent;

test('F6 goes through the regions in order and around, backwards too', () => {
  renderShell();
  const seen = Array.from({ length: 7 }, () => {
    focusRegion(1);
    return document.activeElement?.getAttribute('aria-label') ?? named();
  });
  expect(seen).toEqual(['filter', 'tab', 'source', 'preview', 'panel', 'status', 'filter']);
  focusRegion(-1);
  expect(named()).toBe('status');
});

test('F6 passes over what is hidden and returns to where the focus was', () => {
  useLayoutStore.setState({ previewOpen: false, panelOpen: false });
  renderShell();
  screen.getByText('bar').focus();
  focusRegion(1);
  expect(named()).toBe('status');
  focusRegion(-1);
  expect(named()).toBe('bar');
});

test('the filter gets the focus with its text selected', () => {
  renderShell();
  focusFilter();
  const filter = screen.getByLabelText<HTMLInputElement>('filter');
  expect(document.activeElement).toBe(filter);
  expect(filter.selectionEnd).toBe(2);
});

test('[P2] the manuscript stays in the page while the form is shown, out of reach', () => {
  renderShell({ view: 'form' });
  const source = screen.getByTestId('source');
  expect(source.closest('section')?.hasAttribute('inert')).toBe(true);
  expect(screen.getByLabelText('field')).toBeTruthy();
});

test('a place that covers the window leaves the editor mounted under it', () => {
  renderShell({ cover: <p>確認</p> });
  expect(screen.getByText('確認')).toBeTruthy();
  expect(screen.getByTestId('source').closest('[inert]')).not.toBeNull();
});

test('a border moves by keys and goes back by a double click', () => {
  renderShell();
  const border = screen.getByRole('separator', { name: '一覧の幅' });
  expect(border.getAttribute('aria-valuenow')).toBe('280');
  fireEvent.keyDown(border, { key: 'ArrowRight' });
  expect(useLayoutStore.getState().sizes).toEqual({ sidebar: 296 });
  fireEvent.keyDown(border, { key: 'End' });
  expect(border.getAttribute('aria-valuenow')).toBe('420');
  fireEvent.doubleClick(border);
  expect(useLayoutStore.getState().sizes).toEqual({});
});

test('a border that is pushed far below the minimum hides its region', () => {
  renderShell();
  const border = screen.getByRole('separator', { name: '指摘の高さ' });
  border.setPointerCapture = () => undefined;
  fireEvent.pointerDown(border, { button: 0, clientY: 700, pointerId: 1 });
  fireEvent.pointerMove(border, { clientY: 720, pointerId: 1 });
  expect(useLayoutStore.getState().sizes).toEqual({ panel: 168 });
  fireEvent.pointerMove(border, { clientY: 860, pointerId: 1 });
  expect(useLayoutStore.getState().panelOpen).toBe(false);
});

test('a window that becomes narrow hides the preview and shows it again when it grows', () => {
  renderShell();
  const resize = (innerWidth: number) =>
    act(() => {
      Object.assign(window, { innerWidth });
      window.dispatchEvent(new Event('resize'));
    });
  resize(900);
  expect(screen.queryByText('preview')).toBeNull();
  resize(1440);
  expect(screen.getByText('preview')).toBeTruthy();
});

test('the form takes the focus that the manuscript leaves behind, and no other', () => {
  const { rerender } = renderShell();
  const slots = { appBar: null, sidebar: null, tabs: null, preview: null, panel: null };
  const shell = (view: 'source' | 'form') => (
    <Shell
      {...slots}
      paneBar={<button type="button">bar</button>}
      statusBar={null}
      view={view}
      source={<textarea data-testid="source" />}
      form={<input aria-label="field" />}
    />
  );
  rerender(shell('source'));
  screen.getByTestId('source').focus();
  rerender(shell('form'));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('field');
  rerender(shell('source'));
  screen.getByText('bar').focus();
  rerender(shell('form'));
  expect(named()).toBe('bar');
});
