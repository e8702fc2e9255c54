import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createPageService, type PagePrinter } from '../../../src-main/services/page-service.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const pdf = new TextEncoder().encode('%PDF-1.7');
const page = { html: '<h1>題</h1>', title: '題', styles: [] };
const choose = { path: 'guides/nurse.md' };

function pageService(printer: Partial<PagePrinter> = {}) {
  const folder = temporaryFolder();
  const shown: string[] = [];
  const service = createPageService({
    printer: { toPdf: async () => pdf, print: async () => 'printed', ...printer },
    saver: createSaver(),
    documents: folder,
    reveal: (path) => void shown.push(path),
    locale: async () => 'ja',
  });
  const window = fakeWindow();
  return { folder, shown, service, window };
}

/** A printer that works until it is told to stop. */
const endless: PagePrinter['toPdf'] = (_, signal) =>
  new Promise((__, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

it('writes the PDF where the author says, named like the guide, and shows it in its folder', async () => {
  const { folder, shown, service, window } = pageService();
  const path = join(folder, '看護.pdf');
  window.answers.push(path);
  expect(await service['page.choosePdf'](choose, window)).toEqual({ ok: true, value: true });
  expect(window.chosen).toEqual([{ title: 'PDFに書き出す', start: join(folder, 'nurse.pdf') }]);
  expect(await service['page.exportPdf'](page, window)).toEqual({
    ok: true,
    value: { name: '看護.pdf' },
  });
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
  await service['page.revealPdf'](undefined, window);
  expect(shown).toEqual([path]);
});

it('makes nothing where no place was chosen, and one PDF for each choice', async () => {
  const { folder, service, window } = pageService();
  window.answers.push(null);
  expect(await service['page.choosePdf'](choose, window)).toEqual({ ok: true, value: false });
  expect(await service['page.exportPdf'](page, window)).toMatchObject({
    failure: { code: 'bad-request' },
  });
  window.answers.push(join(folder, 'a.pdf'));
  await service['page.choosePdf'](choose, window);
  await service['page.exportPdf'](page, window);
  expect(await service['page.exportPdf'](page, window)).toMatchObject({
    failure: { code: 'bad-request' },
  });
});

it('completes a name without an ending, never over a file that the author was not asked about', async () => {
  const { folder, service, window } = pageService();
  writeFileSync(join(folder, 'a.pdf'), '前の版');
  window.answers.push(join(folder, 'a'));
  await service['page.choosePdf'](choose, window);
  expect(await service['page.exportPdf'](page, window)).toMatchObject({
    failure: { code: 'already-exists' },
  });
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('前の版');
});

it('[P3] stops in the middle without leaving a file', async () => {
  const { folder, service, window } = pageService({ toPdf: endless });
  window.answers.push(join(folder, 'a.pdf'));
  await service['page.choosePdf'](choose, window);
  const result = service['page.exportPdf'](page, window);
  await service['page.cancel'](undefined, window);
  expect(await result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(readdirSync(folder)).toEqual([]);
});

it('[P10] another window cannot write to, stop or show what is not its own', async () => {
  const { folder, shown, service, window } = pageService();
  const other = fakeWindow(2);
  window.answers.push(join(folder, 'a.pdf'));
  await service['page.choosePdf'](choose, window);
  expect(await service['page.exportPdf'](page, other)).toMatchObject({ ok: false });
  expect(await service['page.revealPdf'](undefined, other)).toMatchObject({
    failure: { code: 'not-found' },
  });
  expect(shown).toEqual([]);
  expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
});

it.each([
  ['printed', { ok: true, value: true }],
  ['cancelled', { ok: true, value: false }],
  ['failed', { ok: false, failure: { code: 'not-printed', detail: 'printer' } }],
] as const)('tells of a page that was %s', async (outcome, result) => {
  const { service, window } = pageService({ print: async () => outcome });
  expect(await service['page.print'](page, window)).toEqual(result);
});
