import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatRuns } from '../../../src-renderer/app/run-format.ts';
import { openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { takeImages, useImageStore } from '../../../src-renderer/app/image-insertion.ts';
import { ImageInsert } from '../../../src-renderer/app/parts/ImageInsert.tsx';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';
import { useWorkspaceStore } from '../../../src-renderer/stores/workspace-store.ts';
import { noContext } from '../editor/open-text.ts';

const path = 'guides/nurse.md';
const text = '---json\n{\n  "thumbnail": "/static/img/old.png"\n}\n---\n# 題\n\n前後\n';
const at = text.indexOf('後');
const field = {
  name: 'thumbnail',
  pointer: '/thumbnail',
  widget: 'image',
  label: { ja: '一覧の画像', en: 'Thumbnail' },
  required: false,
};
let added: { ok: boolean; value?: unknown; failure?: unknown };
let asked: unknown[];
let chosen: string | null;

beforeEach(async () => {
  asked = [];
  chosen = '/static/img/ward.png';
  added = { ok: true, value: { sitePath: '/static/img/nurse_1.png' } };
  vi.stubGlobal('app', {
    request: (method: string, params: { slug?: string }) => {
      if (method === 'images.add') asked.push(params.slug);
      if (method === 'images.add') return Promise.resolve(added);
      if (method === 'images.choose') return Promise.resolve({ ok: true, value: chosen });
      const value = method === 'guide.open' ? { path, text, bom: false, hash: 'h' } : null;
      return Promise.resolve({ ok: true, value });
    },
  });
  const config = { static: { folder: 'static', path: '/static' } };
  useWorkspaceStore.setState({ workspace: { id: 'w', config, fields: [field] } as never });
  await openGuide(path, noContext);
});

afterEach(() => {
  cleanup();
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  useToastStore.setState({ toasts: [] });
  useWorkspaceStore.setState({ workspace: undefined });
  useImageStore.setState({ asked: undefined });
  vi.unstubAllGlobals();
});

/** Takes one image and shows the question about it. */
async function take(): Promise<void> {
  takeImages([new File(['x'], 'image.png', { type: 'image/png' })], at);
  await vi.waitFor(() =>
    expect([useImageStore.getState().asked, ...useToastStore.getState().toasts]).not.toEqual([
      undefined,
    ]),
  );
  render(<ImageInsert onClose={() => undefined} />);
}

const now = (): string => sessionOf(path)!.text();

test('[F52] an image is linked where it was dropped, after it is on disk and has been described', async () => {
  await take();
  expect(asked).toEqual(['nurse']);
  expect(now()).toBe(text);
  act(() => sessionOf(path)!.edit([{ from: at - 1, to: at - 1, insert: '直' }], 'command'));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '病棟 [1]' } });
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  expect(now()).toBe(text.replace('前後', '直前![病棟 \\[1\\]](/static/img/nurse_1.png)後'));
});

test('images that come while one is asked about are asked about after it, and none is lost', async () => {
  const file = (name: string) => new File(['x'], `${name}.png`, { type: 'image/png' });
  const path = (n: number) => `/static/img/nurse_${n}.png`;
  await take();
  added = { ok: true, value: { sitePath: path(2) } };
  takeImages([file('two')], at);
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [file('three'), new File(['x'], 'notes.txt', { type: 'text/plain' })] },
  });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  added = { ok: true, value: { sitePath: path(3) } };
  fireEvent(document.body, drop);
  expect(drop.defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  for (const [alt, shown] of [
    ['一', path(1)],
    ['二', path(2)],
    ['三', path(3)],
  ] as const) {
    await vi.waitFor(() => expect(useImageStore.getState().asked?.sitePath).toBe(shown));
    const box = await screen.findByRole('textbox');
    // The words for the one before are not those for this one.
    await vi.waitFor(() => expect((box as HTMLInputElement).value).toBe(''));
    fireEvent.change(box, { target: { value: alt } });
    fireEvent.keyDown(box, { key: 'Enter' });
  }
  const links = ['一', '二', '三'].map((alt, index) => `![${alt}](${path(index + 1)})`);
  expect(now()).toBe(text.replace('後', `${links.join('')}後`));
});

test('[P1] an image becomes that of a field, and nothing else changes', async () => {
  await take();
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '/thumbnail' } });
  fireEvent.click(screen.getByRole('button', { name: '入れる' }));
  expect(now()).toBe(text.replace('old.png', 'nurse_1.png'));
});

test('an image that is not inserted stays in its folder, and the author is told', async () => {
  await take();
  fireEvent.click(screen.getByRole('button', { name: '入れない' }));
  expect(now()).toBe(text);
  expect(useToastStore.getState().toasts[0]?.text).toContain('nurse_1.png');
});

test('[T11] [F52] what is no image, or cannot be saved, leaves no link', async () => {
  added = { ok: false, failure: { code: 'bad-request', detail: 'type' } };
  await take();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(now()).toBe(text);
  expect(useToastStore.getState().toasts[0]?.text).toContain('画像として読めない');
});

test('the command for an image lets the author choose one, and links it at the caret', async () => {
  sessionOf(path)!.dispatch({ selection: { anchor: at } });
  formatRuns['format.image']();
  await vi.waitFor(() => expect(useImageStore.getState().asked).toBeDefined());
  render(<ImageInsert onClose={() => undefined} />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '病棟' } });
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  expect(now()).toBe(text.replace('前後', '前![病棟](/static/img/ward.png)後'));
});

test('an image that is not chosen after all changes nothing', async () => {
  chosen = null;
  await formatRuns['format.image']();
  expect(useImageStore.getState().asked).toBeUndefined();
  expect(now()).toBe(text);
});
