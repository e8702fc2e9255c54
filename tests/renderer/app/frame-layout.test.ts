import { describe, expect, test } from 'vitest';
import { frameLayout } from '../../../src-renderer/app/frame-layout.ts';

const open = { sidebarOpen: true, previewOpen: true, formChosen: false, sizes: {} };

function widths(width: number, values: Partial<Parameters<typeof frameLayout>[0]> = {}) {
  const { sidebar, preview, form } = frameLayout({ width, height: 900, ...open, ...values });
  const left = width - (sidebar?.size ?? 0) - (preview?.size ?? 0) - (form?.size ?? 0);
  return { sidebar: sidebar?.size, left, preview: preview?.size, form: form?.size };
}

test.each([
  [1280, { sidebar: 248, left: 625, preview: 407, form: undefined }],
  [1440, { sidebar: 280, left: 688, preview: 472, form: undefined }],
  [1920, { sidebar: 320, left: 880, preview: 720, form: undefined }],
])('a window of %i px is divided as the guidelines say', (width, expected) => {
  expect(widths(width)).toEqual(expected);
});

describe('too little room', () => {
  test('the list gives way first, then the preview hides', () => {
    expect(widths(960)).toEqual({ sidebar: 220, left: 420, preview: 320, form: undefined });
    expect(widths(940)).toMatchObject({ sidebar: 248, preview: undefined });
  });

  test.each([960, 1000, 1100, 1280, 1440, 1759, 1760, 1920, 2560])(
    'at %i px, and whatever was dragged, the manuscript keeps 420 px',
    (width) => {
      for (const formChosen of [false, true]) {
        for (const sizes of [{}, { sidebar: 9999, preview: 9999, form: 9999 }]) {
          expect(widths(width, { formChosen, sizes }).left).toBeGreaterThanOrEqual(420);
        }
      }
    },
  );
});

test('the form stands beside the manuscript only from 1760 px', () => {
  expect(widths(1759, { formChosen: true }).form).toBeUndefined();
  expect(widths(1760, { formChosen: true }).form).toBeGreaterThanOrEqual(420);
  expect(widths(1760).form).toBeUndefined();
});

test('the panel keeps between 120 px and 60 % of the work area', () => {
  const panel = (size: number, height: number) =>
    frameLayout({ width: 1440, height, ...open, sizes: { panel: size } }).panel.size;
  expect(panel(10, 900)).toBe(120);
  expect(panel(5000, 900)).toBe(498);
  expect(frameLayout({ width: 1440, height: 900, ...open }).panel.size).toBe(188);
});
