import { expect, type Page, test } from '@playwright/test';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import {
  atRest,
  headingLines,
  knownPlaces,
  linesApart,
  manuscriptTop,
  pageTop,
  scrollManuscriptTo,
} from './scroll-places.ts';
import { openFromList, previewFrame, previewPage } from './window.ts';

/** The two sample guides of about 30 KB, with an image after each chapter's heading and a long fence. */
const guides = { nurse: 'Nurse', cloud_engineer: 'Cloud Engineer' } as const;
type Guide = keyof typeof guides;

let folder: string;
let running: RunningApp;
const sources = {} as Record<Guide, string>;

function withImages(text: string, guide: string): string {
  let count = 0;
  const chapters = text.replaceAll(/^## .*$/gm, (heading) => {
    count += 1;
    return `${heading}\n\n![絵${count}](/static/img/late_${guide}_${count}.png)`;
  });
  for (let index = 1; index <= count; index += 1) {
    const path = join(folder, `static/img/late_${guide}_${index}.png`);
    copyFileSync(join(folder, `static/img/${guide}_hero.png`), path);
    giveToApp(path);
  }
  const fence = Array.from({ length: 60 }, (_, index) => `${index + 1}行目: 手順の説明`).join('\n');
  const at = chapters.indexOf('\n## 3️⃣');
  return `${chapters.slice(0, at)}\n\`\`\`text\n${fence}\n\`\`\`\n${chapters.slice(at)}`;
}

/** Holds every answer for an image of the body back until `letGo`. */
function holdImages(app: RunningApp['app']): Promise<void> {
  return app.evaluate(({ session }) => {
    const held: (() => void)[] = [];
    Reflect.set(globalThis, 'heldImages', held);
    session.defaultSession.webRequest.onBeforeSendHeaders((details, answer) => {
      if (details.url.includes('/late_')) held.push(() => answer({}));
      else answer({});
    });
  });
}

/** Lets the images that wait longest arrive, and says how many still wait. */
function letGo(app: RunningApp['app'], count: number): Promise<number> {
  return app.evaluate((_electron, most) => {
    const held = Reflect.get(globalThis, 'heldImages') as (() => void)[];
    for (const go of held.splice(0, most)) go();
    return held.length;
  }, count);
}

test.beforeAll(async () => {
  folder = copySample();
  for (const guide of ['nurse', 'cloud_engineer'] as const) {
    const path = join(folder, `guides/${guide}.md`);
    sources[guide] = withImages(readFileSync(path, 'utf8'), guide);
    writeFileSync(path, sources[guide]);
    giveToApp(path);
  }
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

const imagesLoaded = (page: Page) =>
  previewFrame(page).evaluate(
    () =>
      [...document.images].filter(({ src, naturalWidth }) => /late/.test(src) && naturalWidth > 0)
        .length,
  );

/** Puts the page where the author would by its scroll bar: a block's top, or a part of its way down. */
async function scrollPageTo(page: Page, source: string, line: number): Promise<void> {
  const places = await knownPlaces(page, source);
  const at = places.findLast((place) => place.line <= line);
  const frame = previewFrame(page);
  // Only what the author moves moves the manuscript.
  await frame.evaluate((top) => {
    document.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    window.scrollBy({ top, behavior: 'instant' });
  }, at?.top ?? 0);
}

/** Every heading, and between two headings every few lines. */
function placesOf(source: string, every: number): number[] {
  const headings = headingLines(source);
  const count = source.split('\n').length;
  const between = Array.from({ length: count }, (_, line) => line).filter(
    (line) => line > (headings[0] ?? 0) && line % every === 0,
  );
  return [...new Set([...headings, ...between])].sort((a, b) => a - b);
}

/** Shows the page as wide as on a device. */
async function showAs(page: Page, width: 'スマホ' | 'PC'): Promise<void> {
  await page.locator('.previewpane').getByRole('button', { name: width, exact: true }).click();
}

for (const [guide, width, every] of [
  ['nurse', 'スマホ', 20],
  ['cloud_engineer', 'PC', 40],
] as const) {
  test(`[P4] page and manuscript of ${guide} follow each other while images arrive late (${width})`, async () => {
    const { page, app } = running;
    const source = sources[guide];
    const headings = new Set(headingLines(source));
    const places = placesOf(source, every);
    await holdImages(app);
    await openFromList(page, guides[guide]);
    await showAs(page, width);
    await expect(previewPage(page).locator('h1')).toContainText(guides[guide]);
    await expect(previewPage(page).getByText('60行目')).toBeAttached();
    expect(await imagesLoaded(page)).toBe(0);

    const measure = async (lines: readonly number[], go: (line: number) => Promise<void>) => {
      const found: { line: number; apart: number }[] = [];
      for (const [index, line] of lines.entries()) {
        await go(line);
        if (index % 8 === 4) await letGo(app, 1);
        await atRest(page);
        const top = await manuscriptTop(page, source);
        const seen = await pageTop(page, source);
        // Behind the last place that can come to the top there is nothing to compare.
        if (seen.atEnd || top.atEnd) continue;
        const apart = Math.max(
          linesApart(top.line, seen),
          linesApart(line, seen),
          Math.abs(top.line - line) - 2,
        );
        const exact = Math.max(Math.abs(seen.from - line), Math.abs(top.line - line));
        found.push({ line, apart: headings.has(line) ? exact : apart });
      }
      return found;
    };
    const tooFar = (found: readonly { line: number; apart: number }[]) =>
      found.filter(({ line, apart }) => apart > (headings.has(line) ? 1 : 3));

    const down = await measure(places, (line) => scrollManuscriptTo(page, source, line));
    expect(tooFar(down)).toEqual([]);
    expect(down.length).toBeGreaterThan(places.length * 0.8);
    await previewPage(page).locator('body').hover();
    const up = await measure(places.toReversed(), (line) => scrollPageTo(page, source, line));
    expect(tooFar(up)).toEqual([]);
    expect(up.length).toBeGreaterThan(places.length * 0.8);
    await letGo(app, 99);
    await expect.poll(() => imagesLoaded(page)).toBe(11);
  });
}

/** Keeps where both panes stand after each of their scroll events, from now on. */
async function watchScrolling(
  page: Page,
): Promise<() => Promise<{ manuscript: number[]; page: number[] }>> {
  await page.evaluate(() => {
    const log = { manuscript: [] as number[], page: [] as number[] };
    Reflect.set(window, 'scrollLog', log);
    const scroller = document.querySelector('.source .cm-scroller');
    const frame = document.querySelector<HTMLIFrameElement>('.previewpane iframe')?.contentWindow;
    scroller?.addEventListener('scroll', () => log.manuscript.push(scroller.scrollTop));
    frame?.addEventListener('scroll', () => log.page.push(frame.scrollY));
  });
  return () => page.evaluate(() => Reflect.get(window, 'scrollLog'));
}

/** Whether numbers only ever go one way. */
function isOneWay(places: readonly number[], sign: number): boolean {
  return places.every((place, index) => sign * (place - (places[index - 1] ?? place)) >= -1);
}

test('[P4] a turn of the wheel moves both panes one way, and neither moves the other back', async () => {
  const { page } = running;
  const source = sources.nurse;
  await openFromList(page, guides.nurse);
  await showAs(page, 'スマホ');
  await scrollManuscriptTo(page, source, 120);
  await atRest(page);
  const read = await watchScrolling(page);
  for (const [selector, delta] of [
    ['.source .cm-scroller', 240],
    ['.previewpane iframe', 240],
    ['.previewpane iframe', -240],
    ['.source .cm-scroller', -240],
  ] as const) {
    const before = await read();
    await page.locator(selector).hover();
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(200);
    await atRest(page);
    const rested = await read();
    // Longer than the page leads, so that a late answer would be seen.
    await page.waitForTimeout(800);
    const after = await read();
    expect(after, `${selector} ${delta}`).toEqual(rested);
    const moved = {
      manuscript: after.manuscript.slice(before.manuscript.length),
      page: after.page.slice(before.page.length),
    };
    expect(moved.manuscript.length).toBeGreaterThan(0);
    expect(moved.page.length).toBeGreaterThan(0);
    expect(isOneWay(moved.manuscript, delta)).toBe(true);
    expect(isOneWay(moved.page, delta)).toBe(true);
    const top = await manuscriptTop(page, source);
    expect(linesApart(top.line, await pageTop(page, source))).toBeLessThanOrEqual(1);
  }
});

test('[P4] the place stays when the page gets another width or the window another size', async () => {
  const { page, app } = running;
  const source = sources.nurse;
  const line = headingLines(source)[20] ?? 0;
  await openFromList(page, guides.nurse);
  await showAs(page, 'スマホ');
  const resize = (size: readonly [number, number]) =>
    app.evaluate(
      ({ BrowserWindow }, [width, height]) =>
        BrowserWindow.getAllWindows()[0]?.setSize(width, height),
      size,
    );
  const [width = 1280, height = 800] =
    (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())) ?? [];
  for (const led of ['manuscript', 'page']) {
    if (led === 'manuscript') await scrollManuscriptTo(page, source, line);
    else await scrollPageTo(page, source, line);
    await page.waitForTimeout(700);
    for (const [name, change] of [
      ['PC', () => showAs(page, 'PC')],
      ['phone', () => showAs(page, 'スマホ')],
      ['smaller', () => resize([1000, 700])],
      ['as before', () => resize([width, height])],
    ] as const) {
      await change();
      await page.waitForTimeout(150);
      await atRest(page);
      const seen = await pageTop(page, source);
      const top = await manuscriptTop(page, source);
      expect(linesApart(top.line, seen), `${led}, ${name}`).toBeLessThanOrEqual(1);
      expect(linesApart(line, seen), `${led}, ${name}`).toBeLessThanOrEqual(1);
    }
  }
});

test('[P4] either pane brings the other to its end', async () => {
  const { page } = running;
  const source = sources.nurse;
  await openFromList(page, guides.nurse);
  const ends = async () => [
    (await manuscriptTop(page, source)).atEnd,
    (await pageTop(page, source)).atEnd,
  ];
  for (const width of ['スマホ', 'PC'] as const) {
    await showAs(page, width);
    for (const selector of ['.source .cm-scroller', '.previewpane iframe']) {
      await page.locator('.source .cm-scroller').hover();
      await page.mouse.wheel(0, -100_000);
      await expect.poll(ends).toEqual([false, false]);
      await page.locator(selector).hover();
      await page.mouse.wheel(0, 100_000);
      await expect.poll(ends, `${width} ${selector}`).toEqual([true, true]);
    }
  }
});
