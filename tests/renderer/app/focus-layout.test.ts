import { expect, test } from 'vitest';
import { toggleFocusMode } from '../../../src-renderer/app/outline.ts';
import { useLayoutStore } from '../../../src-renderer/stores/layout-store.ts';

test('focus mode leaves the text alone and brings back exactly what was open', () => {
  useLayoutStore.setState({ sidebarOpen: true, panelOpen: false, previewOpen: true });
  toggleFocusMode();
  const { sidebarOpen, panelOpen, previewOpen } = useLayoutStore.getState();
  expect([sidebarOpen, panelOpen, previewOpen]).toEqual([false, false, false]);
  useLayoutStore.setState({ panelOpen: true });
  toggleFocusMode();
  expect(useLayoutStore.getState()).toMatchObject({
    sidebarOpen: true,
    panelOpen: false,
    previewOpen: true,
    beforeFocus: undefined,
  });
});
