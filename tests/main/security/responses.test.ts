import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { previewCsp, svgCsp, windowCsp } from '../../../src-main/security/csp.ts';
import { createSiteResponder } from '../../../src-main/security/site-response.ts';
import { createUiResponder } from '../../../src-main/security/ui-response.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const png = PNG.sync.write(new PNG({ width: 2, height: 2 }));
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>';

describe('policies', () => {
  it('[T47] are these, word for word', () => {
    expect(windowCsp('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; connect-src 'self'; " +
        "img-src 'self' data: site:; worker-src 'self'; font-src 'self'; frame-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(previewCsp).toBe(
      "default-src 'none'; img-src site: data:; style-src 'self' site:; font-src 'self' site: data:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect(svgCsp).toBe("sandbox; default-src 'none'");
  });
});

describe('the window’s own files', () => {
  let ask: (url: string) => Promise<Response>;

  beforeEach(() => {
    const base = temporaryFolder();
    const folder = join(base, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<html><head><title>x</title></head></html>');
    writeFileSync(join(folder, 'preview.html'), '<html><head></head></html>');
    writeFileSync(join(folder, 'assets', 'a.js'), 'x');
    writeFileSync(join(folder, 'secret.txt'), 'x');
    writeFileSync(join(base, 'secret.js'), 'x');
    ask = createUiResponder(folder);
  });

  it('[T47] the page carries a fresh nonce in its policy and its head', async () => {
    const [first, second] = await Promise.all([ask('app://ui/'), ask('app://ui/index.html?x#y')]);
    const nonce = /<meta name="csp-nonce" content="([^"]+)">/.exec(await first.text())?.[1] ?? '';
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(first.headers.get('content-security-policy')).toBe(windowCsp(nonce));
    expect(await second.text()).not.toContain(nonce);
  });

  it('[T13][T47] the preview has its own policy and no nonce', async () => {
    const response = await ask('app://ui/preview.html');
    expect(response.headers.get('content-security-policy')).toBe(previewCsp);
    expect(await response.text()).not.toContain('nonce');
  });

  it('[T36] other files have their type and are not sniffed', async () => {
    const response = await ask('app://ui/assets/a.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ...[
      '../secret.js',
      '..%2fsecret.js',
      '%2e%2e/secret.js',
      '%2e%2e%2fsecret.js',
      '..%5csecret.js',
    ],
    ...[
      'assets/../../secret.js',
      '%00',
      'a.js%00.html',
      '/etc/passwd.js',
      '//secret.js',
      'C:/secret.js',
    ],
    ...['%', '%ff.js', 'secret.txt', 'assets/', 'gone.js', '..%252fsecret.js', '.%2e/secret.js'],
  ])('[T17] refuses %s', async (path) => {
    expect((await ask(`app://ui/${path}`)).status).toBe(404);
  });

  it('[T48] answers for no other host', async () => {
    expect((await ask('app://evil/index.html')).status).toBe(404);
    expect((await ask('https://ui/index.html')).status).toBe(404);
  });
});

describe('images of the site', () => {
  let root = '';
  const styleName = '0'.repeat(32);
  const style = (name: string) => Promise.resolve(name === styleName ? 'a { top: 0 }' : undefined);
  let ask: ReturnType<typeof createSiteResponder>;
  let refused: string[];

  beforeEach(() => {
    root = temporaryFolder();
    mkdirSync(join(root, 'static', 'img'), { recursive: true });
    mkdirSync(join(root, 'guides'));
    writeFileSync(join(root, 'static', 'img', 'a.png'), png);
    writeFileSync(join(root, 'static', 'img', '看護.png'), png);
    writeFileSync(join(root, 'secret.png'), png);
    writeFileSync(join(root, 'guides', 'a.png'), png);
    refused = [];
    ask = createSiteResponder(
      (id) => (id === '0123abcd' ? { root, folder: 'static', path: '/static', style } : undefined),
      (reason) => refused.push(reason),
    );
  });

  it('[T48] come with the cleaned style sheets of the site, by name, and fonts by their bytes', async () => {
    const sheet = await ask(`site://0123abcd/.shirube-css/${styleName}.css`);
    expect(await sheet.text()).toBe('a { top: 0 }');
    expect(Object.fromEntries(sheet.headers)).toEqual({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const others = [
      `/.shirube-css/${'1'.repeat(32)}.css`,
      `/.shirube-css/${styleName}`,
      `/.shirube-css/../secret.png`,
      `/.shirube-css/${styleName}.css/a`,
      `/%2eshirube-css/${styleName}.css`,
      '/static/site.css',
    ];
    const answers = await Promise.all(others.map((other) => ask(`site://0123abcd${other}`)));
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404));
    expect((await ask(`site://other/.shirube-css/${styleName}.css`)).status).toBe(404);

    for (const [mark, type] of [
      ['wOF2', 'woff2'],
      ['wOFF', 'woff'],
      ['OTTO', 'otf'],
      ['\x00\x01\x00\x00', 'ttf'],
    ]) {
      writeFileSync(join(root, 'static', 'a.TTF'), Buffer.from(`${mark}....`, 'latin1'));
      const font = await ask('site://0123abcd/static/a.TTF');
      expect(font.headers.get('content-type')).toBe(`font/${type}`);
      expect(font.headers.get('x-content-type-options')).toBe('nosniff');
      expect(font.headers.get('access-control-allow-origin')).toBe('app://ui');
      const again = await ask('site://0123abcd/static/a.TTF', font.headers.get('etag'));
      expect(again.status).toBe(304);
      expect(again.headers.get('access-control-allow-origin')).toBe('app://ui');
    }
    writeFileSync(join(root, 'static', 'a.woff2'), '<script>');
    writeFileSync(join(root, 'font.woff2'), 'wOF2');
    writeFileSync(join(root, 'static', 'font.txt'), 'wOF2');
    expect((await ask('site://0123abcd/static/font.txt')).status).toBe(404);
    const image = await ask('site://0123abcd/static/img/a.png');
    expect(image.headers.has('access-control-allow-origin')).toBe(false);
    expect((await ask('site://0123abcd/static/a.woff2')).status).toBe(404);
    expect((await ask('site://0123abcd/font.woff2')).status).toBe(404);
  });

  it('are served with their type, unsniffed, and asked again each time', async () => {
    const response = await ask('site://0123abcd/static/img/%E7%9C%8B%E8%AD%B7.png?v=1');
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    const again = await ask('site://0123abcd/static/img/a.png', null);
    const etag = again.headers.get('etag');
    expect((await ask('site://0123abcd/static/img/a.png', etag)).status).toBe(304);
    writeFileSync(join(root, 'static', 'img', 'a.png'), Buffer.concat([png, Buffer.from('x')]));
    expect((await ask('site://0123abcd/static/img/a.png', etag)).status).toBe(200);
  });

  const traversals = [
    ...[
      '/secret.png',
      '/static/../secret.png',
      '/static/%2e%2e/secret.png',
      '/static/%2E%2E%2Fsecret.png',
    ],
    ...[
      '/static/..%2fsecret.png',
      '/static/..%5csecret.png',
      '/static/%5c..%5csecret.png',
      '/static\\..\\secret.png',
    ],
    ...[
      '/static/..%c0%afsecret.png',
      '/static/%252e%252e/secret.png',
      '/static/%252e%252e%252fsecret.png',
    ],
    ...[
      '/static/....//secret.png',
      '/static/.%2e/secret.png',
      '/static/%2e./secret.png',
      '/../secret.png',
    ],
    ...[
      '/static/img/a.png%00',
      '/static/%00/../secret.png',
      '/static/img/a.png%00.jpg',
      '/static//secret.png',
    ],
    ...[
      '/static//etc/passwd',
      '/static/%2fetc%2fpasswd',
      '/static/C:/x.png',
      '/static/c%3a%5cx.png',
    ],
    ...[
      '/static/file:///etc/passwd',
      '/static/~/x.png',
      '/static',
      '/static/',
      '/static/img',
      '/static/img/',
    ],
    ...[
      '/staticx/a.png',
      '/Static/img/a.png',
      '/guides/a.png',
      '/static/../guides/a.png',
      '/',
      '',
      '/static/img/gone.png',
    ],
    ...[
      '/static/img/./a.png',
      '/static/img/../img/a.png',
      '/static/%ff',
      '/static/%',
      '/static/img/a.png/',
    ],
    ...[
      '/static/img/a.png/../../../secret.png',
      '/static/..;/secret.png',
      '/static/%u002e%u002e/secret.png',
    ],
    ...[
      '/static/\u2025/secret.png',
      '/static/%e2%80%a5/secret.png',
      '/static/．．/secret.png',
      '/static/%09../secret.png',
    ],
  ];

  it.each(traversals)('[T17] refuses %s', async (path) => {
    expect((await ask(`site://0123abcd${path}`)).status).toBe(404);
    expect(refused).toHaveLength(1);
  });

  it('[T48] refuses an unknown workspace', async () => {
    expect((await ask('site://ffff/static/img/a.png')).status).toBe(404);
    expect((await ask('app://0123abcd/static/img/a.png')).status).toBe(404);
  });

  it('[T18] refuses a link that leads out', async () => {
    symlinkSync(join(temporaryFolder(), 'x.png'), join(root, 'static', 'img', 'out.png'));
    symlinkSync('/etc', join(root, 'static', 'etc'));
    expect((await ask('site://0123abcd/static/img/out.png')).status).toBe(404);
    expect((await ask('site://0123abcd/static/etc/passwd')).status).toBe(404);
  });

  it.each([
    ['page.png', '<!doctype html><script>x</script>'],
    ['code.png', 'alert(1)'],
    ['page.svg', '<html><svg></svg></html>'],
    ['wrong.jpg', png],
    ['note.md', '# a'],
    ['empty.png', ''],
    ['picture.html', png],
  ])('[T36] refuses %s, which is not what its name says', async (name, content) => {
    writeFileSync(join(root, 'static', 'img', name), content);
    expect((await ask(`site://0123abcd/static/img/${name}`)).status).toBe(404);
  });

  it('[T35] serves an SVG so that it could run nothing even as a page', async () => {
    writeFileSync(join(root, 'static', 'img', 'a.svg'), svg);
    const response = await ask('site://0123abcd/static/img/a.svg');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toBe(svgCsp);
  });

  it('[T33] refuses an image that claims more than 50 million pixels, or has more than 25 MB', async () => {
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(64_250, 16);
    bomb.writeUInt32BE(64_250, 20);
    writeFileSync(join(root, 'static', 'img', 'bomb.png'), bomb);
    expect((await ask('site://0123abcd/static/img/bomb.png')).status).toBe(404);
    writeFileSync(join(root, 'static', 'img', 'big.png'), png);
    truncateSync(join(root, 'static', 'img', 'big.png'), 25 * 1024 * 1024 + 1);
    expect((await ask('site://0123abcd/static/img/big.png')).status).toBe(404);
    expect(refused).toEqual(['pixels', 'bytes']);
  });
});
