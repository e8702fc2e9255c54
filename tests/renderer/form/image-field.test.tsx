import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Failure, Result, SiteImage } from '#core/ipc/contract';
import type { ImageFiles } from '../../../src-renderer/features/form/image-files.ts';
import { useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';
import { details, showForm } from './render-form.tsx';

const search = (): HTMLInputElement => within(screen.getByRole('dialog')).getByRole('combobox');
const options = (): (string | null)[] =>
  screen.queryAllByRole('option').map((one) => one.querySelector('b')?.textContent ?? null);
const field = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-pointer="/${name}"]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const frame = (name: string): Element => {
  const found = field(name).querySelector('.img');
  if (!found) throw new Error(`no image ${name}`);
  return found;
};

interface Added {
  readonly name: string;
  readonly bytes: readonly number[];
  readonly beside: string;
  readonly answer: (result: Result<string>) => void;
}

/** The form over a folder to which images can be added; the test gives each answer. */
function showImages(text: string = details, images?: readonly SiteImage[]) {
  const added: Added[] = [];
  const revealed: string[] = [];
  const besides: string[] = [];
  const imageFiles: ImageFiles = {
    static: { folder: 'public/static', path: '/static' },
    choose: (beside) => {
      besides.push(beside);
      return Promise.resolve({ ok: true, value: '/static/img/nurse.png' });
    },
    add: (name, bytes, beside) =>
      new Promise((answer) => added.push({ name, bytes: [...bytes], beside, answer })),
    reveal: (path) => revealed.push(path),
  };
  const shown = showForm(text, [], undefined, { imageFiles, ...(images && { images }) });
  return { ...shown, added, revealed, besides };
}

const file = (name: string, ...bytes: readonly number[]): File =>
  new File([new Uint8Array(bytes)], name, { type: 'image/png' });
const holding = (...files: readonly unknown[]) => ({
  dataTransfer: { types: ['Files'], files, dropEffect: 'none' },
});
const failure = (code: Failure['code'], detail = ''): Result<string> => ({
  ok: false,
  failure: { code, detail },
});

test('an image shows its name, its size, its weight and where it lies on disk', () => {
  const { revealed } = showImages();
  expect(frame('thumbnail').textContent).toBe('cloud_engineer.png640×360 ・ 48 KB');
  expect(frame('thumbnail').querySelector('img')?.getAttribute('src')).toBe(
    'site://w1/static/img/cloud_engineer.png',
  );
  const path = field('thumbnail').querySelector('.imgpath');
  expect(path?.querySelector('[data-tip]')?.getAttribute('data-tip')).toBe(
    'public/static/img/cloud_engineer.png',
  );
  fireEvent.click(within(field('thumbnail')).getByRole('button', { name: 'フォルダーで表示' }));
  expect(revealed).toEqual(['public/static/img/cloud_engineer.png']);
});

test('an image that is gone says so, and the nearest name takes its place at one press', () => {
  const { session } = showImages(details.replace('gone.png', 'nurze.png'));
  expect(frame('hero_image').textContent).toContain('見つかりません');
  expect(frame('hero_image').querySelector('img')).toBeNull();
  expect(field('hero_image').querySelector('.imgpath')).toBeNull();
  fireEvent.click(screen.getByText('「nurse.png」に置き換える'));
  expect(session.text()).toBe(details.replace('gone.png', 'nurse.png'));
});

test('no image is said to be missing before the images have been listed', () => {
  showForm(details, [], undefined, { images: undefined });
  expect(document.body.textContent).not.toContain('見つかりません');
});

test('a heavy image says what that does to the page', () => {
  const sitePath = '/static/img/cloud_engineer.png';
  showImages(details, [{ sitePath, width: 9000, height: 6000, bytes: 3.25 * 1024 * 1024 }]);
  expect(frame('thumbnail').textContent).toContain('9000×6000 ・ 3.3 MB');
  expect(field('thumbnail').querySelector('.msg')?.textContent).toBe(
    '3.3 MBあり、ページが開くのが遅くなります。2 MB以下が目安です。',
  );
});

test('an image is picked from the static folder or from a file', async () => {
  const { session, besides } = showImages();
  fireEvent.click(screen.getByText('探す…'));
  expect(options()).toEqual(['cloud_engineer.png', 'nurse.png']);
  fireEvent.change(search(), { target: { value: 'cloud' } });
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"hero_image": "/static/img/cloud_engineer.png"');
  act(() => session.undo());
  fireEvent.click(screen.getByText('探す…'));
  fireEvent.click(screen.getByText('ファイルから選ぶ…'));
  await waitFor(() => expect(session.head()).toContain('"hero_image": "/static/img/nurse.png"'));
  expect(besides).toEqual(['/static/img/gone.png']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('[F52] a dropped image becomes the value in one edit, once it is on disk and not before', async () => {
  const { session, added } = showImages();
  fireEvent.dragOver(frame('thumbnail'), holding());
  expect(frame('thumbnail').textContent).toContain('ここに置くと');
  const drop = createEvent.drop(frame('thumbnail'), holding(file('写真.png', 1, 2, 3)));
  fireEvent(frame('thumbnail'), drop);
  expect(drop.defaultPrevented).toBe(true);
  await waitFor(() => expect(added).toHaveLength(1));
  expect(added[0]).toMatchObject({
    name: '写真.png',
    bytes: [1, 2, 3],
    beside: '/static/img/cloud_engineer.png',
  });
  expect(frame('thumbnail').textContent).toContain('画像を入れています…');
  expect(session.text()).toBe(details);
  await act(async () => added[0]?.answer({ ok: true, value: '/static/img/写真.png' }));
  expect(session.text()).toBe(
    details.replace('"/static/img/cloud_engineer.png"', '"/static/img/写真.png"'),
  );
  expect(useAnnounceStore.getState().said.trim()).toBe('「写真.png」を入れました');
  act(() => session.undo());
  expect(session.text()).toBe(details);
});

test('a pasted image without a name of its own is named after guide and field', async () => {
  const { added } = showImages();
  fireEvent.paste(screen.getByText('探す…'), {
    clipboardData: { files: [file('image.png', 9)] },
  });
  fireEvent.paste(screen.getByText('探す…'), {
    clipboardData: { files: [file('会社.png', 9)] },
  });
  await waitFor(() => expect(added).toHaveLength(2));
  expect(added.map(({ name }) => name)).toEqual(['cloud_engineer_hero_image.png', '会社.png']);
});

test('pasted text is left to whoever wants it', () => {
  const { added } = showImages();
  const paste = createEvent.paste(screen.getByText('探す…'), { clipboardData: { files: [] } });
  fireEvent(screen.getByText('探す…'), paste);
  expect([paste.defaultPrevented, added.length]).toEqual([false, 0]);
});

test('of two images one after the other the later one stays', async () => {
  const { session, added } = showImages();
  fireEvent.drop(frame('thumbnail'), holding(file('a.png', 1)));
  fireEvent.drop(frame('thumbnail'), holding(file('b.png', 2)));
  await waitFor(() => expect(added).toHaveLength(2));
  await act(async () => added[1]?.answer({ ok: true, value: '/static/img/b.png' }));
  await act(async () => added[0]?.answer({ ok: true, value: '/static/img/a.png' }));
  expect(session.head()).toContain('"thumbnail": "/static/img/b.png"');
});

test.each([
  ['bad-request', 'type', '画像として読めないファイルです。何も変えていません。PNG、JPEG、GIF'],
  ['bad-request', 'svg', 'SVGの画像にはプログラムが'],
  ['bad-request', 'cut', '画像が途中で切れています。'],
  ['too-large', '', '画像が20 MBより大きい'],
  ['outside-workspace', 'symlink', '画像のフォルダーがガイドのフォルダーの外に'],
  ['disk-full', 'ENOSPC', 'ディスクの空きがありません'],
  ['not-allowed', 'EACCES', '書き込む許可がありません'],
  ['io', 'EIO', '画像を入れられませんでした。何も変えていません。'],
] as const)(
  '[T11] a refusal (%s %s) is told in words and changes nothing',
  async (code, detail, words) => {
    const { session, added } = showImages();
    fireEvent.drop(frame('thumbnail'), holding(file('a.html', 60)));
    await waitFor(() => expect(added).toHaveLength(1));
    await act(async () => added[0]?.answer(failure(code, detail)));
    expect(field('thumbnail').querySelector('.msg.t-error')?.textContent).toContain(words);
    expect(useAnnounceStore.getState().said).toContain(words);
    expect(session.text()).toBe(details);
  },
);

test('[F52] a file that has gone, a folder and a file of more than 20 MB never reach the disk', async () => {
  const { session, added } = showImages();
  const gone = { name: 'a.png', size: 4, arrayBuffer: () => Promise.reject(new Error('gone')) };
  fireEvent.drop(frame('thumbnail'), holding(gone));
  await screen.findByText(/ファイルを読めませんでした/);
  const large = { name: 'a.png', size: 20 * 1024 * 1024 + 1 };
  fireEvent.drop(frame('thumbnail'), holding(large));
  await screen.findByText(/20 MBより大きい/);
  fireEvent.drop(frame('thumbnail'), holding());
  await screen.findByText(/ファイルではないもの/);
  expect([added, session.text()]).toEqual([[], details]);
});

test('a form that cannot be changed takes no image', async () => {
  const { added, session } = showImages(details.replace('"title": ', '"title" '));
  expect(document.querySelector('[data-drop-files]')).toBeNull();
  fireEvent.drop(frame('thumbnail'), holding(file('a.png', 1)));
  fireEvent.paste(frame('thumbnail'), { clipboardData: { files: [file('a.png', 1)] } });
  await act(async () => undefined);
  expect([added, session.head().includes('a.png')]).toEqual([[], false]);
});

test('a required image is cleared by emptying it, and the field then says how to give one', async () => {
  const { session } = showImages();
  fireEvent.click(within(field('thumbnail')).getByLabelText('画像の操作'));
  fireEvent.click(await screen.findByText('空にする'));
  expect(session.head()).toContain('"thumbnail": ""');
  expect(frame('thumbnail').textContent).toContain('画像を置くかCtrl+Vで貼り付け');
});
