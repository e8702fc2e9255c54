import type { Page } from '@playwright/test';
import { previewFrame } from './window.ts';

/** Where a pane stands: the line (from 0, with a fraction) at its top, found by what is seen there. */
export interface TopPlace {
  readonly line: number;
  /** Whether it is scrolled as far down as it goes. */
  readonly atEnd: boolean;
}

/** Lines of a guide (from 0) that are headings, in order. */
export function headingLines(source: string): number[] {
  let fenced = false;
  let inDetails = false;
  return source.split('\n').flatMap((line, index) => {
    if (line.startsWith('---') && (index === 0 || inDetails)) inDetails = index === 0;
    else if (line.startsWith('```')) fenced = !fenced;
    else if (!fenced && !inDetails && /^#{1,6} /.test(line)) return [index];
    return [];
  });
}

/**
 * The line at the top of the manuscript: the lines that are seen are looked up in the source by their
 * words, so nothing that the application itself believes is asked for.
 */
export function manuscriptTop(page: Page, source: string): Promise<TopPlace> {
  return page.evaluate((text) => {
    const scroller = document.querySelector('.source .cm-scroller');
    if (!scroller) throw new Error('there is no manuscript');
    const lines = text.split('\n');
    const seen = [...scroller.querySelectorAll('.cm-line')].map((element) => ({
      text: element.textContent,
      box: element.getBoundingClientRect(),
    }));
    let [best, most] = [0, -1];
    for (let at = 0; at + seen.length <= lines.length; at += 1) {
      const same = seen.filter((one, index) => lines[at + index] === one.text).length;
      if (same > most) [best, most] = [at, same];
    }
    if (most < seen.length * 0.8) throw new Error('the manuscript is not found in the source');
    const { top } = scroller.getBoundingClientRect();
    const index = seen.findIndex(({ box }) => box.bottom > top + 0.5);
    const box = seen[index]?.box ?? new DOMRect();
    const within = Math.max(0, (top - box.top) / box.height);
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    return { line: best + index + within, atEnd: left < 2 };
  }, source);
}

/** Scrolls the manuscript as its scroll bar does, until a line (from 0, with a fraction) is at its top. */
export async function scrollManuscriptTo(page: Page, source: string, line: number): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    const { line: now, atEnd } = await manuscriptTop(page, source);
    if (Math.abs(now - line) < 0.1 || (atEnd && now < line)) return;
    await page.evaluate(
      async ([text, wanted, at]) => {
        const scroller = document.querySelector('.source .cm-scroller');
        if (!scroller) return;
        const lines = text.split('\n');
        const seen = [...scroller.querySelectorAll('.cm-line')];
        const first = seen.find(
          (one) => one.getBoundingClientRect().bottom > scroller.getBoundingClientRect().top + 0.5,
        );
        const index = first ? seen.indexOf(first) : 0;
        const target = seen[index + Math.floor(wanted) - Math.floor(at)];
        if (target && target.textContent === lines[Math.floor(wanted)]) {
          const box = target.getBoundingClientRect();
          const top = box.top + (wanted % 1) * box.height;
          scroller.scrollTop += Math.ceil(top - scroller.getBoundingClientRect().top);
        } else scroller.scrollTop += Math.max(-1, Math.min(1, (wanted - at) / 30)) * 1200;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      },
      [source, line, now] as const,
    );
  }
  throw new Error(`line ${line} does not come to the top`);
}

/** A place on the page whose line is known: a block, or a line of a fence. */
interface KnownPlace {
  readonly line: number;
  readonly top: number;
}

/**
 * Every place of the page whose line is known for sure, from top to bottom (pixels from the top of what
 * is seen). Sections are placed by their headings, lines of fences by where their words stand.
 */
export async function knownPlaces(page: Page, source: string): Promise<KnownPlace[]> {
  const headings = headingLines(source);
  return previewFrame(page).evaluate((lines) => {
    const all = [...document.querySelectorAll('section.run :is(h1, h2, h3, h4, h5, h6)')];
    const places: { line: number; top: number }[] = [];
    for (const section of document.querySelectorAll('section.run')) {
      const heading = section.querySelector<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)');
      if (!heading) continue;
      const start = (lines[all.indexOf(heading)] ?? 0) - Number(heading.dataset.line);
      for (const block of section.querySelectorAll<HTMLElement>('[data-line]')) {
        const line = start + Number(block.dataset.line);
        places.push({ line, top: block.getBoundingClientRect().top });
        if (block.tagName !== 'PRE') continue;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let inFence = line + 1;
        let begins = true;
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          for (let at = 0; at < node.length; at += 1) {
            if (begins && node.data[at] !== '\n') {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              places.push({ line: inFence, top: range.getBoundingClientRect().top });
            }
            begins = node.data[at] === '\n';
            if (begins) inFence += 1;
          }
        }
      }
    }
    return places.sort((a, b) => a.top - b.top || a.line - b.line);
  }, headings);
}

/** Lines (with fractions) that the place at the top of the page stands for: from its own to the next one's. */
export async function pageTop(
  page: Page,
  source: string,
): Promise<{ readonly from: number; readonly to: number; readonly atEnd: boolean }> {
  const places = await knownPlaces(page, source);
  const before = places.findLast(({ top }) => top <= 1.5);
  const after = places.find(({ top, line }) => top > 1.5 && line > (before?.line ?? -1));
  const atEnd = await previewFrame(page).evaluate(() => {
    const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
    return scrollHeight - clientHeight - scrollTop < 2;
  });
  return { from: before?.line ?? 0, to: after?.line ?? source.split('\n').length, atEnd };
}

/** How many lines lie between a line and what the top of the page stands for; 0 inside of it. */
export function linesApart(line: number, { from, to }: { from: number; to: number }): number {
  return Math.max(0, from - line, line - to);
}

/** Waits until neither pane has moved for a few frames. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = document.querySelector<HTMLIFrameElement>('.previewpane iframe');
    const where = () =>
      `${document.querySelector('.source .cm-scroller')?.scrollTop} ${frame?.contentWindow?.scrollY}`;
    let [still, last] = [0, ''];
    for (let frames = 0; frames < 120 && still < 4; frames += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      still = where() === last ? still + 1 : 0;
      last = where();
    }
  });
}
