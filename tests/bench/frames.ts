import { readFileSync, rmSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

/** An application and its window under measurement. */
interface Traced {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string }; readonly name?: string };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

/**
 * What the browser traces while `work` goes on. Electron's own recorder is asked, since a session of
 * the page's never hears that its trace is complete.
 */
async function trace(app: ElectronApplication, work: () => Promise<void>): Promise<TraceEvent[]> {
  await app.evaluate(
    ({ contentTracing }, categories) =>
      contentTracing.startRecording({
        included_categories: categories,
        recording_mode: 'record-as-much-as-possible',
      }),
    CATEGORIES,
  );
  await work();
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] };
  rmSync(path, { force: true });
  return traceEvents;
}

/** Main-thread milliseconds from each input event to the end of the frame that shows it. */
function busyTimes(events: readonly TraceEvent[], inputs: ReadonlySet<string>): number[] {
  const keys = events.filter(
    ({ name, args }) => name === 'EventDispatch' && inputs.has(args?.data?.type ?? ''),
  );
  const first = keys[0];
  if (!first) throw new Error('no key reached the page: nothing was measured');
  const mine = events
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = mine.filter(
    ({ name, ph }) =>
      ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask'),
  );
  const commits = mine.filter(({ name }) => name === 'Commit' || name === 'Layerize');
  return keys.flatMap(({ ts }) => {
    const commit = commits.find((event) => event.ts > ts);
    if (!commit) return [];
    const end = commit.ts + (commit.dur ?? 0);
    let busy = 0;
    let counted = ts;
    for (const task of tasks) {
      const from = Math.max(task.ts, counted);
      const to = Math.min(task.ts + (task.dur ?? 0), end);
      if (to > from) {
        busy += to - from;
        counted = to;
      }
    }
    return [busy / 1000];
  });
}

const PAUSE_MS = 120;

/** Types characters one by one and gives the main-thread time of each, by tracing. */
export async function keystrokeTimes({ app, page }: Traced, count: number): Promise<number[]> {
  const events = await trace(app, async () => {
    for (let index = 0; index < count; index += 1) {
      await page.keyboard.press('abcdefghij'[index % 10] ?? 'a');
      await page.waitForTimeout(PAUSE_MS);
    }
  });
  return busyTimes(events, new Set(['keydown']));
}

/** Composes Japanese text step by step and gives the main-thread time of each step. */
export async function compositionTimes({ app, page }: Traced, count: number): Promise<number[]> {
  const client = await page.context().newCDPSession(page);
  const steps = ['に', 'にほ', 'にほん', 'にほんご'];
  const events = await trace(app, async () => {
    for (let index = 0; index < count; index += 1) {
      const text = steps[index % steps.length] ?? '';
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await page.waitForTimeout(PAUSE_MS);
      if (text.length === 4) await client.send('Input.insertText', { text: '日本語' });
    }
  });
  await client.detach();
  return busyTimes(events, new Set(['compositionupdate']));
}
