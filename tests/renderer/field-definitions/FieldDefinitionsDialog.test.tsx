import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SchemaTrial } from '#core/schema/schema-proposal';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';
import {
  definitions,
  definitionsFile,
  foundFields,
  no,
  ok,
  openDialog,
  pass,
  press,
  proposal,
  proposalBesideOwn,
  someBroken,
  write,
} from './definitions-fixture.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  useSettingsStore.setState({ locale: 'ja' });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const never = (): Promise<never> => new Promise(() => undefined);
const saveButton = (): HTMLElement => screen.getByRole('button', { name: 'この定義を使う' });
const whyNot = (): string | null => saveButton().getAttribute('aria-description');
const options = (): string[] =>
  screen.getAllByRole('option').map((option) => option.textContent ?? '');
const status = (): string => screen.getByRole('status').textContent ?? '';

describe('what was read', () => {
  test('lists each field with its label, kind of value, presence and what differs', async () => {
    await openDialog();
    expect(options()).toEqual([
      'slug文字10件中10件',
      'タイトルtitle文字10件中10件',
      'level選択肢合わない値23個10件中9件',
      'faqまとまりの一覧10件中4件',
      'question文字30個中28個',
      'relatedほかのガイドの一覧10件中6件',
      'titel文字書きまちがいかも10件中1件',
    ]);
    expect(screen.getByText(/^10件のガイドを読んで/)).toBeTruthy();
  });

  test('the keys choose a field, whose evidence and outliers are shown', async () => {
    const { onOpenGuide } = await openDialog();
    const list = screen.getByRole('listbox', { name: '読み取った項目' });
    expect(document.activeElement).toBe(list);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('slug');
    expect(screen.getByText(/英小文字と数字を下線/)).toBeTruthy();
    expect(screen.getByText('どのガイドも、この決まりに合っています。')).toBeTruthy();
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    expect(screen.getByText('ガイド10件のうち9件にあります。')).toBeTruthy();
    expect(screen.getByText('値は3種類だけです: 入門、基本、応用')).toBeTruthy();
    expect(screen.getByText('ほか21個')).toBeTruthy();
    const second = screen.getByText('guides/data_analyst.md', { selector: '.defkey' });
    const button = second.closest('button') as HTMLElement;
    expect(button.textContent).toContain('ほかにない値"ふつう"');
    fireEvent.click(button);
    expect(onOpenGuide).toHaveBeenCalledExactlyOnceWith('guides/data_analyst.md', '/level');
    fireEvent.keyDown(list, { key: 'End' });
    expect(screen.getByText(/「title」の書きまちがいかもしれない/)).toBeTruthy();
    expect(screen.queryByText('なくてもよい項目とします。')).toBeNull();
    fireEvent.keyDown(list, { key: 'ArrowUp' });
    expect(screen.getByText('値は、ほかのガイドの「slug」と同じです。')).toBeTruthy();
    expect(list.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[5]?.id);
  });

  test('[P9] keys of a composition choose nothing', async () => {
    await openDialog();
    const list = screen.getByRole('listbox');
    const before = list.getAttribute('aria-activedescendant');
    fireEvent.keyDown(list, { key: 'ArrowDown', keyCode: 229 });
    fireEvent.keyDown(list, { key: 'End', isComposing: true });
    expect(list.getAttribute('aria-activedescendant')).toBe(before);
  });

  test('guides that could not be read are named, and open', async () => {
    const { onOpenGuide } = await openDialog();
    expect(screen.getByText(/数に入れていないガイドが1件/)).toBeTruthy();
    press('guides/broken.md');
    expect(onOpenGuide).toHaveBeenCalledExactlyOnceWith('guides/broken.md', undefined);
  });

  test('a folder without guides says so and offers nothing to save', async () => {
    const { source } = await openDialog({
      infer: () => Promise.resolve(ok({ ...proposal, guides: 0, fields: [] })),
    });
    await pass(1000);
    expect(screen.getByText('読み取れるガイドがありません')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'この定義を使う' })).toBeNull();
    expect(source.tryOut).not.toHaveBeenCalled();
  });
});

describe('reading that takes a while', () => {
  test('counts after 300 ms, can be stopped and begun again', async () => {
    let answer: (value: ReturnType<typeof no>) => void = () => undefined;
    const { source, progress } = await openDialog({
      infer: () => new Promise((resolve) => (answer = resolve)),
    });
    progress({ done: 100, total: 4000 });
    expect(screen.queryByRole('progressbar')).toBeNull();
    await pass(300);
    progress({ done: 1000, total: 4000 });
    expect(screen.getByText('1,000 / 4,000件')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    press('読み取りをやめる');
    expect(source.cancel).toHaveBeenCalledOnce();
    answer(no('cancelled'));
    await pass(0);
    expect(screen.getByText('読み取りを途中でやめました')).toBeTruthy();
    press('読み直す');
    await pass(0);
    expect(source.infer).toHaveBeenCalledTimes(2);
  });

  test('leaving ends it', async () => {
    const { source, onClose, unmount } = await openDialog({ infer: never });
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    expect(source.cancel).toHaveBeenCalledOnce();
  });

  test('a failure says what happened, what is safe and what next', async () => {
    await openDialog({ infer: () => Promise.resolve(no('no-workspace')) });
    expect(screen.getByText(/フォルダーが開いていません。.*変わっていません。/)).toBeTruthy();
  });
});

describe('trying before saving', () => {
  test('the proposal is tried at once; saving waits for it and says how many get errors', async () => {
    const { source, onSaved } = await openDialog({
      tryOut: () => Promise.resolve(ok(someBroken)),
    });
    expect(source.tryOut).toHaveBeenCalledExactlyOnceWith(proposal.text);
    expect(status()).toBe('1件のガイドに新しいエラーが出ます');
    expect(whyNot()).toBeNull();
    fireEvent.click(saveButton());
    await pass(0);
    expect(source.save).toHaveBeenCalledExactlyOnceWith(proposal.text, null);
    expect(onSaved).toHaveBeenCalledExactlyOnceWith('.shirube/schema/guide.json');
  });

  test('the guides that would get findings are listed with their messages, and open', async () => {
    const { onOpenGuide } = await openDialog({ tryOut: () => Promise.resolve(ok(someBroken)) });
    press('どのガイドか見る');
    expect(screen.getByText(/10件のガイドのうち2件に新しい指摘/)).toBeTruthy();
    const nurse = screen.getByRole('button', { name: /^Nurse/ });
    expect(nurse.textContent).toContain('エラー2件');
    expect(nurse.textContent).toContain('ほかの指摘1件');
    expect(within(nurse).getByText('「むずかしさ」がありません。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Data Analyst/ }));
    expect(onOpenGuide.mock.calls[0]?.[0]).toBe('guides/data_analyst.md');
  });

  test('a changed text cannot be saved until exactly that text was tried', async () => {
    const { source } = await openDialog();
    expect(whyNot()).toBeNull();
    const mine = definitions('slug', 'title', 'level', 'season');
    write(mine);
    expect(whyNot()).toBe('試し終わるまで、保存できません');
    fireEvent.click(saveButton());
    expect(source.save).not.toHaveBeenCalled();
    await pass(599);
    expect(source.tryOut).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(source.tryOut).toHaveBeenLastCalledWith(mine);
    expect(whyNot()).toBeNull();
    fireEvent.click(saveButton());
    await pass(0);
    expect(source.save).toHaveBeenCalledExactlyOnceWith(mine, null);
  });

  test('a trial of an older text is ended, and its late answer says nothing of the newer one', async () => {
    const answers: ((trial: SchemaTrial) => void)[] = [];
    const { source } = await openDialog({
      tryOut: () => new Promise((resolve) => answers.push((trial) => resolve(ok(trial)))),
    });
    write(definitions('slug'));
    expect(source.cancel).toHaveBeenCalledOnce();
    await pass(600);
    // The next one waits until main has let go of the first.
    expect(source.tryOut).toHaveBeenCalledTimes(1);
    answers[0]?.(someBroken);
    await pass(0);
    expect(status()).toBe('');
    expect(source.tryOut).toHaveBeenCalledTimes(2);
    expect(whyNot()).toBe('試し終わるまで、保存できません');
  });

  test('an answer for a text that was changed meanwhile is not shown', async () => {
    let answer: (trial: SchemaTrial) => void = () => undefined;
    await openDialog({
      tryOut: () => new Promise((resolve) => (answer = (trial) => resolve(ok(trial)))),
    });
    write(definitions('slug'));
    answer(someBroken);
    await pass(300);
    expect(status()).toBe('');
  });

  test('a long trial counts, can be stopped, and is begun again by hand', async () => {
    let answer: (value: ReturnType<typeof no>) => void = () => undefined;
    const { source, progress } = await openDialog({
      tryOut: () => new Promise((resolve) => (answer = resolve)),
    });
    await pass(300);
    progress({ done: 3000, total: 4000 });
    expect(screen.getByText('3,000 / 4,000件')).toBeTruthy();
    press('試すのをやめる');
    expect(source.cancel).toHaveBeenCalledOnce();
    answer(no('cancelled'));
    await pass(0);
    expect(status()).toBe('まだ試していません');
    expect(whyNot()).toBe('試し終わるまで、保存できません');
    press('試す');
    await pass(0);
    expect(source.tryOut).toHaveBeenCalledTimes(2);
  });

  test('what is no definition is shown with its line, and the line is gone to', async () => {
    const problem = { ja: '「,」がありません。', en: 'A comma is missing.' };
    await openDialog({ tryOut: () => Promise.resolve(ok({ ok: false, problem, line: 3 })) });
    const area = definitionsFile();
    expect(screen.getByRole('alert').textContent).toContain('「,」がありません。');
    expect(area.getAttribute('aria-invalid')).toBe('true');
    expect(whyNot()).toBe('定義のファイルに直すところがあります');
    press('3行目へ');
    expect(document.activeElement).toBe(area);
    const [, , third = ''] = proposal.text.split('\n');
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(third);
  });

  test('[P9] nothing is tried in the middle of a composition', async () => {
    const { source } = await openDialog();
    const area = definitionsFile();
    fireEvent.compositionStart(area);
    fireEvent.change(area, { target: { value: `${proposal.text} に` } });
    await pass(5000);
    expect(source.tryOut).toHaveBeenCalledTimes(1);
    fireEvent.compositionEnd(area);
    await pass(600);
    expect(source.tryOut).toHaveBeenLastCalledWith(`${proposal.text} に`);
  });
});

describe('a folder with definitions of its own', () => {
  const beside = { infer: () => Promise.resolve(ok(proposalBesideOwn)) };

  test('starts from them, so that there is nothing to save until something changes', async () => {
    await openDialog(beside);
    expect(screen.getByText(/もう定義があります（\.shirube\/schema\/guide\.json）/)).toBeTruthy();
    expect(whyNot()).toBe('いまの定義と同じです');
    expect(definitionsFile().value).toBe(proposalBesideOwn.current?.text);
  });

  test('the proposal can be taken instead, with the fields that come and go', async () => {
    const { source } = await openDialog(beside);
    press('読み取った案');
    expect(screen.getByText('増える項目: title、level')).toBeTruthy();
    expect(screen.getByText('なくなる項目: subtitle')).toBeTruthy();
    await pass(0);
    fireEvent.click(saveButton());
    await pass(0);
    expect(source.save).toHaveBeenCalledExactlyOnceWith(proposal.text, 'hash-of-own');
  });

  test('[P3] what is written for one start is still there after a look at the other', async () => {
    await openDialog(beside);
    const mine = definitions('slug', 'subtitle', 'season');
    write(mine);
    press('読み取った案');
    expect(definitionsFile().value).toBe(proposal.text);
    press('いまの定義');
    expect(definitionsFile().value).toBe(mine);
  });

  test('[P3] a file that changed elsewhere is not written over; reading again keeps the text', async () => {
    const hashes: (string | null)[] = [];
    const { source } = await openDialog({
      ...beside,
      save: (_text, baseHash) => {
        hashes.push(baseHash);
        return Promise.resolve(no('changed-on-disk'));
      },
    });
    const mine = definitions('slug', 'subtitle', 'season');
    write(mine);
    await pass(600);
    fireEvent.click(saveButton());
    await pass(0);
    expect(screen.getByRole('alert').textContent).toMatch(/^保存しませんでした.*残っています/);
    const theirs = { path: 'x', text: definitions('slug', 'theirs'), hash: 'newer' };
    source.infer.mockResolvedValueOnce(ok({ ...proposalBesideOwn, current: theirs }));
    press('読み直す');
    await pass(600);
    expect(definitionsFile().value).toBe(mine);
    expect(screen.getByText('増える項目: subtitle、season')).toBeTruthy();
    await pass(600);
    fireEvent.click(saveButton());
    await pass(0);
    expect(hashes).toEqual(['hash-of-own', 'newer']);
  });
});

describe('leaving', () => {
  test('Esc closes at once where nothing was changed', async () => {
    const { onClose } = await openDialog();
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('[P3] Esc asks first where the text was changed, and so does opening a guide', async () => {
    const { onClose, onOpenGuide } = await openDialog();
    write(definitions('slug'));
    fireEvent.keyDown(definitionsFile(), { key: 'Escape' });
    expect(onClose).not.toHaveBeenCalled();
    // The second question takes the place of the first: neither is an answer to the other.
    press('guides/broken.md');
    expect(onOpenGuide).not.toHaveBeenCalled();
    press('変更を消して閉じる');
    expect(onOpenGuide).toHaveBeenCalledExactlyOnceWith('guides/broken.md', undefined);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('[P3] going back leaves the text as it was written', async () => {
    const { onClose } = await openDialog();
    const mine = definitions('slug');
    write(mine);
    fireEvent.keyDown(definitionsFile(), { key: 'Escape' });
    press('直しに戻る');
    expect(definitionsFile().value).toBe(mine);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('[P9] Esc of a composition closes nothing', async () => {
    const { onClose } = await openDialog();
    fireEvent.keyDown(definitionsFile(), { key: 'Escape', isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
  });
});

test('speaks English too', async () => {
  useSettingsStore.setState({ locale: 'en' });
  await openDialog({ tryOut: () => Promise.resolve(ok(someBroken)) });
  expect(screen.getByRole('dialog', { name: 'Field definitions' })).toBeTruthy();
  expect(screen.getAllByRole('option')).toHaveLength(foundFields.length);
  expect(status()).toBe('1 guide gets new errors');
});
