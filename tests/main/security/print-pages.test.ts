import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printCsp } from '../../../src-main/security/csp.ts';
import { createPrintPages, fillPreview } from '../../../src-main/security/print-pages.ts';
import { createUiResponder } from '../../../src-main/security/ui-response.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const preview = '<head><title>プレビュー</title></head><main id="page" class="site"></main>';
const styles = ['app://ui/assets/page.css', `site://a1/.shirube-css/${'0'.repeat(32)}.css`];
const page = { html: '<h1>$& と $1</h1>', title: '<b> & $&', styles };

it('[T47] a printed page may run no script, load no more than the preview, and stands in no frame', () => {
  expect(printCsp).toBe(
    "default-src 'none'; img-src site: data:; style-src 'self' site:; font-src 'self' site: data:; " +
      "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

it('[T09] the page is the preview’s own with content and title in it, letter for letter', () => {
  expect(fillPreview(preview, page)).toBe(
    '<head><title>&lt;b&gt; &amp; $&amp;</title>' +
      '<link rel="stylesheet" href="app://ui/assets/page.css" />' +
      `<link rel="stylesheet" href="${styles[1]}" /></head>` +
      '<main id="page" class="site"><h1>$& と $1</h1></main>',
  );
});

it('[T48] has an address of its own for as long as it is printed', async () => {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(folder);
  writeFileSync(join(folder, 'preview.html'), preview);
  const pages = createPrintPages();
  const ask = createUiResponder(folder, pages);
  const { path, forget } = pages.add(page);
  expect(path).toMatch(/^print-[0-9a-f]{32}\.html$/);
  const response = await ask(`app://ui/${path}`);
  expect(response.headers.get('content-security-policy')).toBe(printCsp);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('<h1>$& と $1</h1>');
  forget();
  expect((await ask(`app://ui/${path}`)).status).toBe(404);
});
