import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTemplateData } from '#core/markdown/template-data';
import {
  printOnce,
  startTemplate,
} from '../../../src-renderer/features/preview/template-client.ts';
import type { TemplateMessage } from '../../../src-renderer/features/preview/template-protocol.ts';

const files = { entry: 'page.liquid', files: { 'page.liquid': '{{ content }}' } };
const given = (title: string, path = 'a.md') =>
  createTemplateData({
    details: { title },
    path,
    page: { hero: '', breadcrumb: [], tags: [], related: [] },
    outline: [],
    siteName: '',
  });
const root = { type: 'root' as const, children: [] };

class FakeWorker extends EventTarget {
  readonly sent: { id: number; files?: object; data: ReturnType<typeof given> }[] = [];
  isEnded = false;
  postMessage(message: FakeWorker['sent'][number]): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: TemplateMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  answer(): void {
    this.say({ type: 'printed', id: this.sent.at(-1)?.id ?? 0, result: { root } });
  }
}

let workers: FakeWorker[];
const onPrinted = vi.fn();

function start() {
  return startTemplate({ files, createWorker, onPrinted });
}

function createWorker() {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker as unknown as Worker;
}

const titles = (worker: FakeWorker | undefined) =>
  worker?.sent.map(({ data }) => (data.guide as { title: string }).title);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  onPrinted.mockReset();
});
afterEach(() => vi.useRealTimers());

describe('the client of the template worker', () => {
  it('sends the files once and only the newest data, one request at a time', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    expect(titles(workers[0])).toEqual(['一']);
    for (const title of ['二', '三', '四']) {
      client.print(given(title));
      vi.advanceTimersByTime(200);
    }
    expect(titles(workers[0])).toEqual(['一']);
    workers[0]?.answer();
    expect(titles(workers[0])).toEqual(['一', '四']);
    expect(workers[0]?.sent.map((message) => message.files)).toEqual([files, undefined]);
    expect(onPrinted.mock.calls).toEqual([[{ root }, 'a.md']]);
    client.stop();
  });

  it('waits for a pause in what is typed', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    workers[0]?.answer();
    for (const title of ['二', '三', '四']) {
      client.print(given(title));
      vi.advanceTimersByTime(60);
    }
    expect(titles(workers[0])).toEqual(['一']);
    vi.advanceTimersByTime(120);
    expect(titles(workers[0])).toEqual(['一', '四']);
    client.stop();
  });

  it('[F56] ends a worker that hangs or crashes, says so, and starts another with the next data', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    vi.advanceTimersByTime(2000);
    expect(workers[0]?.isEnded).toBe(true);
    expect(onPrinted.mock.calls).toEqual([
      [{ problem: { kind: 'limit', file: 'page.liquid', line: undefined, detail: '' } }, 'a.md'],
    ]);
    client.print(given('二'));
    vi.advanceTimersByTime(200);
    workers[1]?.say({ type: 'ready' });
    expect(titles(workers[1])).toEqual(['二']);
    expect(workers[1]?.sent[0]?.files).toEqual(files);
    workers[0]?.answer();
    expect(onPrinted).toHaveBeenCalledTimes(1);
    workers[1]?.dispatchEvent(new Event('error', { cancelable: true }));
    expect(onPrinted).toHaveBeenCalledTimes(2);
    client.stop();
  });

  it('prints for another guide at once, and says for which guide it printed', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    client.print(given('二', 'b.md'));
    vi.advanceTimersByTime(0);
    workers[0]?.answer();
    expect(titles(workers[0])).toEqual(['一', '二']);
    workers[0]?.answer();
    expect(onPrinted.mock.calls.map(([, path]) => path as string)).toEqual(['a.md', 'b.md']);
    expect(workers).toHaveLength(1);
    client.stop();
  });

  it('[F56] a guide that waits behind one that hangs is printed by the next worker', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    client.print(given('二', 'b.md'));
    client.print(given('三', 'b.md'));
    vi.advanceTimersByTime(2000);
    expect(workers).toHaveLength(2);
    workers[1]?.say({ type: 'ready' });
    expect(titles(workers[1])).toEqual(['三']);
    workers[1]?.answer();
    expect(onPrinted.mock.calls.map(([, path]) => path as string)).toEqual(['a.md', 'b.md']);
    client.stop();
  });

  it('[F56] a worker that does not start is given up', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(20_000);
    expect(onPrinted.mock.calls.map(([, path]) => path as string)).toEqual(['a.md']);
    client.stop();
  });

  it('says nothing after it was stopped', () => {
    const client = start();
    client.print(given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    client.stop();
    workers[0]?.answer();
    vi.advanceTimersByTime(60_000);
    expect(onPrinted).not.toHaveBeenCalled();
    expect(workers).toHaveLength(1);
  });

  it('prints once for paper, and ends the worker', async () => {
    const printed = printOnce({ files, createWorker }, given('一'));
    vi.advanceTimersByTime(0);
    workers[0]?.say({ type: 'ready' });
    workers[0]?.answer();
    expect(await printed).toEqual({ root });
    expect(workers[0]?.isEnded).toBe(true);
  });
});
