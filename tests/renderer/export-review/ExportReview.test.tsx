import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExportPlan } from '#core/export/plan';
import type { WorkspaceInfo } from '#core/ipc/contract';
import { ExportReview } from '../../../src-renderer/features/export-review/ExportReview.tsx';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';
import { giveElementsSize } from '../element-size.ts';
import { planItem, wholePlan } from './plan-fixture.ts';

const workspace: WorkspaceInfo = {
  id: 'w1',
  root: '/guides',
  config: {
    guides: ['**/*.md'],
    static: { folder: 'static', path: '/static' },
    profile: { flavour: 'gfm-cjk' },
    prose: false,
    rules: {},
    targets: [
      { id: 'site', label: { ja: 'サイト', en: 'Site' }, static: 'static', manifest: 'm.json' },
    ],
  },
  fields: [],
  types: [],
  vocabulary: {},
  targetRoots: { site: '/sites/career-site' },
  problems: [],
};

type Answer = (params: never) => unknown;

/** A main process that answers from a table, and remembers what it was asked. */
function fakeBridge(answers: Readonly<Record<string, Answer>>) {
  const asked: { method: string; params: unknown }[] = [];
  const listeners: ((value: unknown) => void)[] = [];
  Object.defineProperty(window, 'app', {
    configurable: true,
    value: {
      async request(method: string, params: unknown) {
        asked.push({ method, params });
        const answer = answers[method];
        return answer ? await answer(params as never) : { ok: true, value: null };
      },
      on: (_event: string, listener: (value: unknown) => void) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
  });
  const send = (value: unknown): void =>
    act(() => {
      for (const listener of listeners) listener(value);
    });
  return { asked, send };
}

const ok = (value: unknown) => () => ({ ok: true, value });
const guideText = (title: string, body: string): string =>
  `---json\n{ "title": "${title}" }\n---\n# x\n${body}`;
const content = { before: guideText('旧', '古い行\n'), after: guideText('新', '新しい行\n') };

const planned = (plan: ExportPlan = wholePlan) => ({
  'export.plan': ok(plan),
  'export.content': ok(content),
  'export.apply': ok({ written: 4, removed: 1, unchanged: 1, blocked: 2 }),
});

function open(more: Partial<WorkspaceInfo> = {}) {
  const onClose = vi.fn();
  const onOpenGuide = vi.fn();
  render(
    <ExportReview
      workspace={{ ...workspace, ...more }}
      onClose={onClose}
      onOpenGuide={onOpenGuide}
    />,
  );
  return { onClose, onOpenGuide };
}

const rowOf = (name: string): HTMLElement =>
  screen.getAllByRole('row').find((row) => row.textContent?.includes(name)) as HTMLElement;

beforeEach(() => {
  giveElementsSize({ width: 800, height: 1200 });
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  useSettingsStore.setState({ locale: 'ja' });
});
afterEach(cleanup);

describe('reading the plan', () => {
  test('[P6] shows every group with its count before anything is written', async () => {
    const { asked } = fakeBridge(planned());
    open();
    const list = await screen.findByRole('treegrid', { name: '書き出すもの' });
    const groups = within(list)
      .getAllByRole('row')
      .filter((row) => row.getAttribute('aria-level') === '1')
      .map((row) => row.textContent);
    expect(groups).toEqual([
      '食い違い 1解決するまで書き出しません',
      '書き出せない 1サイトのファイルはそのままです',
      '追加 2+431 ',
      '変更 1+4 −3',
      '取り除く 1ガイドのフォルダーにもうないもの',
      '変更なし 1',
    ]);
    expect(rowOf('Cloud Engineer').textContent).toContain('関連ガイド「sre」がありません ほか1件');
    expect(asked.map(({ method }) => method)).not.toContain('export.apply');
  });

  test('shows what changes in the guide that is chosen, read aloud as added and removed', async () => {
    fakeBridge(planned());
    open();
    await screen.findByRole('treegrid');
    fireEvent.click(rowOf('Data Analyst'));
    const details = await screen.findByRole('region', { name: '記事情報' });
    expect(within(details).getByText('旧').tagName).toBe('DEL');
    expect(within(details).getByText('新').tagName).toBe('INS');
    const body = screen.getByRole('region', { name: '本文' });
    expect(body.textContent).toContain('削除');
    expect(body.textContent).toContain('追加');
    expect(screen.getByText(/1文字も変わりません/)).toBeDefined();
  });

  test('shows the images that go with a guide, from the workspace', async () => {
    fakeBridge(planned());
    open();
    await screen.findByRole('treegrid');
    fireEvent.click(rowOf('DevOps Engineer'));
    const images = await screen.findByRole('region', { name: '画像' });
    expect(images.querySelector('img')?.getAttribute('src')).toBe(
      'site://w1/static/img/devops.png',
    );
    expect(images.textContent).toContain('2 KB');
  });

  test('goes to the finding of a guide that cannot be exported', async () => {
    fakeBridge(planned());
    const { onOpenGuide } = open();
    await screen.findByRole('treegrid');
    fireEvent.click(screen.getByRole('button', { name: '「Cloud Engineer」を直しに行く' }));
    expect(onOpenGuide).toHaveBeenCalledWith('guides/Cloud Engineer.md', '/related_jobs/0');
  });

  test('filters, and says when nothing fits', async () => {
    fakeBridge(planned());
    open();
    await screen.findByRole('treegrid');
    const filter = screen.getByRole('textbox', { name: 'ガイドを絞り込む' });
    fireEvent.change(filter, { target: { value: 'ｄａｔａ' } });
    expect(screen.getAllByRole('row').length).toBeGreaterThan(0);
    expect(screen.queryByText('DevOps Engineer')).toBeNull();
    fireEvent.change(filter, { target: { value: '基盤' } });
    expect(screen.getByText('「基盤」に合うガイドはありません')).toBeDefined();
  });
});

describe('with the keyboard', () => {
  test('arrows walk the list, Space leaves out, Enter opens the guide', async () => {
    const { asked } = fakeBridge(planned());
    const { onOpenGuide } = open();
    const list = await screen.findByRole('treegrid');
    expect(document.activeElement).toBe(list);
    const selected = (): string => list.querySelector('[aria-selected="true"]')?.textContent ?? '';
    for (let i = 0; i < 5; i += 1) fireEvent.keyDown(list, { key: 'ArrowDown' });
    expect(selected()).toContain('Prompt Engineer');
    fireEvent.keyDown(list, { key: ' ' });
    expect(rowOf('Prompt Engineer').textContent).toContain('今回は外す');
    expect(rowOf('DevOps Engineer').textContent).toContain('いっしょに外れます');
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onOpenGuide).toHaveBeenCalledWith('guides/Prompt Engineer.md', undefined);
    fireEvent.click(screen.getByRole('button', { name: '2件を書き出す' }));
    await screen.findByText('書き出しました');
    expect(asked.find(({ method }) => method === 'export.apply')?.params).toEqual({
      planId: 'plan-1',
      leaveOut: ['src/guides/Prompt Engineer.md'],
    });
  });

  test('[P9] keys of a composition do nothing', async () => {
    fakeBridge(planned());
    const { onClose } = open();
    const list = await screen.findByRole('treegrid');
    const before = list.getAttribute('aria-activedescendant');
    fireEvent.keyDown(list, { key: 'ArrowDown', keyCode: 229 });
    fireEvent.keyDown(list, { key: 'Escape', isComposing: true });
    expect(list.getAttribute('aria-activedescendant')).toBe(before);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('groups fold, F6 goes on, Esc goes back', async () => {
    fakeBridge(planned());
    const { onClose } = open();
    const list = await screen.findByRole('treegrid');
    fireEvent.keyDown(list, { key: 'End' });
    fireEvent.keyDown(list, { key: 'ArrowRight' });
    expect(rowOf('Nurse')).toBeDefined();
    const region = (): string | null | undefined =>
      document.activeElement?.closest('[data-region]')?.getAttribute('data-region');
    // With the head of a group in front there are no changes to go to.
    fireEvent.keyDown(list, { key: 'F6' });
    expect(region()).toBe('status');
    fireEvent.click(rowOf('Nurse'));
    fireEvent.keyDown(list, { key: 'F6', shiftKey: true });
    expect(region()).toBe('left');
    fireEvent.keyDown(list, { key: 'F6' });
    expect(region()).toBe('status');
    fireEvent.keyDown(list, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('the way through', () => {
  test('asks for a target first where none was chosen', async () => {
    const { asked } = fakeBridge({ ...planned(), 'export.chooseTarget': ok('/sites/new') });
    open({ targetRoots: {} });
    expect(asked.map(({ method }) => method)).not.toContain('export.plan');
    fireEvent.click(await screen.findByRole('button', { name: '書き出し先を選ぶ…' }));
    await screen.findByRole('treegrid');
    expect(asked.find(({ method }) => method === 'export.plan')?.params).toEqual({
      target: 'site',
      root: '/sites/new',
    });
    expect(screen.getByText('new')).toBeDefined();
  });

  test('counts while it compares, and can be stopped', async () => {
    const { asked, send } = fakeBridge({ 'export.plan': () => new Promise(() => undefined) });
    open();
    send({ phase: 'compare', done: 1210, total: 1248 });
    expect(screen.getByText('1,210 / 1,248件')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('97');
    expect(screen.getByRole('button', { name: '書き出す' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    fireEvent.click(screen.getByRole('button', { name: 'ここで止める' }));
    expect(asked.at(-1)?.method).toBe('export.cancel');
  });

  test('ends with what was done, and what could not be', async () => {
    fakeBridge(planned());
    const { onClose } = open();
    fireEvent.click(await screen.findByRole('button', { name: '4件を書き出す' }));
    await screen.findByText('書き出しました');
    expect(screen.getByText(/追加2件、変更1件、取り除き1件/)).toBeDefined();
    expect(screen.getByText(/書き出せなかったものが2件/)).toBeDefined();
    fireEvent.click(screen.getAllByRole('button', { name: '編集に戻る' }).at(-1) as HTMLElement);
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('says when the site is the same already', async () => {
    fakeBridge(planned({ ...wholePlan, items: [planItem('unchanged', 'a')] }));
    open();
    await screen.findByText('変更はありません');
    expect(screen.getByRole('button', { name: '書き出す' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  test('says what happened, what is safe and what next, and compares again', async () => {
    const { asked } = fakeBridge({
      ...planned(),
      'export.apply': () => ({
        ok: false,
        failure: { code: 'plan-outdated', detail: 'guides/a.md' },
      }),
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: '4件を書き出す' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('書き出し先は前のままです');
    fireEvent.click(screen.getByRole('button', { name: '照らし合わせ直す' }));
    await screen.findByRole('treegrid');
    expect(asked.filter(({ method }) => method === 'export.plan')).toHaveLength(2);
  });

  test('speaks English too', async () => {
    useSettingsStore.setState({ locale: 'en' });
    fakeBridge(planned());
    open();
    await waitFor(() => screen.getByRole('button', { name: 'Export 4 items' }));
    expect(screen.getByRole('treegrid', { name: 'What to export' })).toBeDefined();
  });
});
