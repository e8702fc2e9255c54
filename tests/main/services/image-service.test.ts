import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { isWithinLimits } from '../../../src-main/ipc/value-size.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createImageService } from '../../../src-main/services/image-service.ts';
import { diskWithFiles, systemError } from '../../support/disk-faults.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { jpegImage, pngImage } from '../../support/images.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const japanese = async () => 'ja' as const;
const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

async function shown(saver = createSaver()) {
  const root = temporaryFolder();
  const service = createImageService(saver, japanese);
  const { window, started } = await windowWithFolder(root);
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>, beside?: string) =>
    service['images.add']({ name, bytes, beside }, window);
  const choose = (beside?: string) => service['images.choose']({ beside }, window);
  const files = (folder = 'static'): readonly string[] =>
    existsSync(join(root, folder))
      ? (readdirSync(join(root, folder), { recursive: true }) as string[]).sort()
      : [];
  return { ...{ root, service, window, started, add, choose, files } };
}

const at = (sitePath: string) => ({ ok: true, value: { sitePath } });

describe('adding an image', () => {
  it('[F52] writes it whole into the static folder and tells its site path', async () => {
    const { root, add, files, started } = await shown();
    expect(await add('看護師 写真.PNG', pngImage())).toEqual(at('/static/img/看護師-写真.png'));
    expect(readFileSync(join(root, 'static/img/看護師-写真.png'))).toEqual(Buffer.from(pngImage()));
    expect(files()).toEqual(['img', 'img/看護師-写真.png']);
    expect(started[0]?.calls.at(-1)).toBe('filesChanged ["static/img/看護師-写真.png"]');
  });

  it('puts it beside the image that the field has, where that is a folder of the site', async () => {
    const { add, files } = await shown();
    expect(await add('a.png', pngImage(), '/static/photo/2024/old.png')).toEqual(
      at('/static/photo/2024/a.png'),
    );
    expect(await add('b.png', pngImage(), '/static/top.png')).toEqual(at('/static/b.png'));
    for (const beside of [
      '/other/a.png',
      'https://x.test/a.png',
      '/static',
      '',
      '/staticky/a.png',
    ]) {
      expect(await add('c.png', pngImage(), beside)).toEqual(at('/static/img/c.png'));
    }
    expect(files()).toContain('photo/2024/a.png');
  });

  it('[F52] a file of the same name with other bytes stays, and the new one gets its hash', async () => {
    const { root, add, files } = await shown();
    await add('a.png', pngImage());
    const second = await add('a.png', pngImage(4, 3, 7));
    expect(second).toMatchObject({
      value: { sitePath: expect.stringMatching(/\/a-[0-9a-f]{8}\.png$/) },
    });
    expect(readFileSync(join(root, 'static/img/a.png'))).toEqual(Buffer.from(pngImage()));
    // The same again is found under the name that it has.
    expect(await add('a.png', pngImage(4, 3, 7))).toEqual(second);
    expect(files()).toHaveLength(3);
  });

  it('[F52] the same bytes under the same name are used as they are, and nothing is written', async () => {
    const { root, add, files } = await shown();
    mkdirSync(join(root, 'static/img'), { recursive: true });
    const path = join(root, 'static/img/Photo.png');
    writeFileSync(path, pngImage());
    utimesSync(path, 1, 1);
    // Case alone makes no other file on many disks.
    expect(await add('photo.png', pngImage())).toEqual(at('/static/img/Photo.png'));
    expect(statSync(path).mtimeMs).toBe(1000);
    expect(files()).toEqual(['img', 'img/Photo.png']);
  });

  it.each([
    ['../../../etc/a.png', 'a.png'],
    ['C:\\Users\\山田\\a.png', 'a.png'],
    ['a\0b\u202egnp.png', 'abgnp.png'],
    ['CON.png', 'image-CON.png'],
    ['com¹.jpeg.png', 'image-com¹.jpeg.png'],
    ['.htaccess', 'htaccess.png'],
    ['...', 'image.png'],
    ['', 'image.png'],
    ['a?b#c%2e"<d>|*.png', 'abc2ed.png'],
    ['カ\u3099イト\u3099.png', 'ガイド.png'],
    ['\ud800.png', 'image.png'],
    ['a.html', 'a.html.png'],
    ['photo.jpg', 'photo.png'],
    ['nul', 'image-nul.png'],
  ])('[T17] the name %j becomes %j', async (given, name) => {
    const { add, files } = await shown();
    expect(await add(given, pngImage())).toEqual(at(`/static/img/${name}`));
    expect(files()).toEqual(['img', `img/${name}`]);
  });

  it('[F24] a very long name is cut between two characters', async () => {
    const { add, files } = await shown();
    await add(`${'長'.repeat(85)}.png`, pngImage());
    await add(`${'長'.repeat(85)}.png`, pngImage(1, 1));
    expect(files('static/img').map((name) => name.replace(/[0-9a-f]{8}/, 'HASH'))).toEqual([
      `${'長'.repeat(60)}-HASH.png`,
      `${'長'.repeat(60)}.png`,
    ]);
  });

  it('the ending is that of the bytes', async () => {
    const { add } = await shown();
    expect(await add('a.jpeg', jpegImage())).toEqual(at('/static/img/a.jpeg'));
    expect(await add('b.png', jpegImage())).toEqual(at('/static/img/b.jpg'));
  });

  it.each([
    ['text', text('<html><script>alert(1)</script>'), 'type'],
    ['nothing', new Uint8Array(), 'type'],
    ['a program', text('MZ\u0090'), 'type'],
    ['a link of Windows', text('[InternetShortcut]\nURL=https://x.test'), 'type'],
    ['a PNG by its first bytes alone', pngImage().subarray(0, 8), 'cut'],
    ['half a PNG', pngImage(400, 300).subarray(0, 120), 'cut'],
    ['half a JPEG', jpegImage().subarray(0, -2), 'cut'],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['a drawing with a program', text('<svg onload="alert(1)"/>'), 'svg'],
  ])('[T11] refuses %s, whatever its name', async (_name, bytes, detail) => {
    const { add, files } = await shown();
    expect(await add('a.png', bytes)).toEqual({
      ok: false,
      failure: { code: 'bad-request', detail },
    });
    expect(files()).toEqual([]);
  });

  it('refuses more than 20 MB', async () => {
    const { add, files } = await shown();
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(pngImage());
    expect(await add('a.png', large)).toMatchObject({ failure: { code: 'too-large' } });
    expect(files()).toEqual([]);
  });

  it.each(['static', 'static/img'])(
    '[T18] never writes through a link at %s that leads out',
    async (link) => {
      const { root, add } = await shown();
      const outside = temporaryFolder();
      if (link !== 'static') mkdirSync(join(root, 'static'));
      symlinkSync(outside, join(root, link));
      expect(await add('a.png', pngImage())).toMatchObject({
        failure: { code: 'outside-workspace' },
      });
      expect(await add('a.png', pngImage(), '/static/img/deep/b.png')).toMatchObject({ ok: false });
      expect(readdirSync(outside)).toEqual([]);
    },
  );

  it('[T18] a link out of the folder of the present image sends the new one to the usual folder', async () => {
    const { root, add, files } = await shown();
    const outside = temporaryFolder();
    mkdirSync(join(root, 'static'));
    symlinkSync(outside, join(root, 'static/away'));
    expect(await add('a.png', pngImage(), '/static/away/b.png')).toEqual(at('/static/img/a.png'));
    expect([readdirSync(outside), files('static/img')]).toEqual([[], ['a.png']]);
  });

  it('[T18] a link to nowhere under the name is no place for a file', async () => {
    const { root, add } = await shown();
    const outside = temporaryFolder();
    mkdirSync(join(root, 'static/img'), { recursive: true });
    symlinkSync(join(outside, 'new.png'), join(root, 'static/img/a.png'));
    expect(await add('a.png', pngImage())).toMatchObject({
      value: { sitePath: expect.stringMatching(/a-[0-9a-f]{8}\.png$/) },
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  it.each(['../x/a.png', '.git/hooks/a.png', '.shirube/a.png', 'a/../../b.png', 'GIT~1/a.png'])(
    '[T17] never makes a folder for %j',
    async (below) => {
      const { root, add } = await shown();
      expect(await add('a.png', pngImage(), `/static/${below}`)).toEqual(at('/static/img/a.png'));
      expect(readdirSync(root)).toEqual(['static']);
      expect(readdirSync(join(root, 'static'))).toEqual(['img']);
    },
  );

  it.each(['writeFile', 'sync'] as const)(
    '[F52] a disk that fills up in %s leaves no part of it and tells no path',
    async (call) => {
      const saver = createSaver({
        disk: diskWithFiles((file, path) => {
          if (path.endsWith('.tmp')) file[call] = () => Promise.reject(systemError('ENOSPC'));
        }),
      });
      const { add, files } = await shown(saver);
      expect(await add('a.png', pngImage())).toMatchObject({ failure: { code: 'disk-full' } });
      expect(files()).toEqual(['img']);
    },
  );

  it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
    '[F52] a disk that really fills up midway leaves no part of it, and takes the next one when there is room',
    async () => {
      const { root, add, files } = await shown();
      mountSmallVolume(root);
      const room = join(root, 'filler');
      writeFileSync(room, new Uint8Array(900_000));
      // Noise, which no compression makes small: it begins to be written, and does not end.
      const image = new PNG({ width: 400, height: 400 });
      image.data.set(randomBytes(image.data.length));
      const large = new Uint8Array(PNG.sync.write(image));
      expect(await add('a.png', large)).toMatchObject({ failure: { code: 'disk-full' } });
      expect(files()).toEqual(['img']);
      rmSync(room);
      expect(await add('a.png', large)).toEqual(at('/static/img/a.png'));
    },
  );

  it('[F52] what a killed write left is swept away by the next', async () => {
    const { root, add, files } = await shown();
    mkdirSync(join(root, 'static/img'), { recursive: true });
    const left = join(root, 'static/img/.shirube-0123456789abcdef.tmp');
    writeFileSync(left, 'half');
    utimesSync(left, 1, 1);
    await add('a.png', pngImage());
    expect(files('static/img')).toEqual(['a.png']);
  });

  it('its bytes cross the bridge up to the limit of a request, and other buffers do not', () => {
    expect(isWithinLimits({ name: 'a', bytes: new Uint8Array(20 * 1024 * 1024) })).toBe(true);
    expect(isWithinLimits({ name: 'a', bytes: new Uint8Array(25 * 1024 * 1024) })).toBe(false);
    expect(isWithinLimits({ bytes: new Float64Array(1) })).toBe(false);
  });

  it('[F52] a file that comes in between is not replaced', async () => {
    const real = createSaver();
    const others = pngImage(2, 2);
    const { root, add } = await shown({
      ...real,
      save: (request) => {
        if (!existsSync(join(root, 'static/img/a.png'))) writeFileSync(request.path, others);
        return real.save(request);
      },
    });
    expect(await add('a.png', pngImage())).toMatchObject({
      value: { sitePath: expect.stringMatching(/a-[0-9a-f]{8}\.png$/) },
    });
    expect(readFileSync(join(root, 'static/img/a.png'))).toEqual(Buffer.from(others));
  });

  it('needs a folder', async () => {
    const service = createImageService(createSaver(), japanese);
    const params = { name: 'a.png', bytes: pngImage() };
    expect(await service['images.add'](params, fakeWindow())).toMatchObject({
      failure: { code: 'no-workspace' },
    });
  });
});

describe('choosing an image', () => {
  it('an image of the static folder becomes its site path', async () => {
    const { root, window, choose } = await shown();
    mkdirSync(join(root, 'static/img'), { recursive: true });
    writeFileSync(join(root, 'static/img/看護.png'), '');
    window.answers.push(join(root, 'static/img/看護.png'));
    expect(await choose()).toEqual({ ok: true, value: '/static/img/看護.png' });
    expect(window.chosen[0]?.start).toBe(join(root, 'static'));
    expect(window.questions).toEqual([]);
  });

  it('one from elsewhere is copied in once the author agrees, and stays where it was', async () => {
    const { root, window, choose, files } = await shown();
    const elsewhere = join(temporaryFolder(), '写真.png');
    writeFileSync(elsewhere, pngImage());
    window.answers.push(elsewhere, 1, elsewhere, 0);
    expect(await choose('/static/photo/a.png')).toEqual({ ok: true, value: null });
    expect(files()).toEqual([]);
    expect(await choose('/static/photo/a.png')).toEqual({
      ok: true,
      value: '/static/photo/写真.png',
    });
    expect(window.questions[0]).toMatchObject({
      message: 'この画像をサイトの画像としてコピーしますか',
      buttons: ['コピーして使う', 'やめる'],
      cancel: 1,
    });
    expect(readFileSync(join(root, 'static/photo/写真.png'))).toEqual(readFileSync(elsewhere));
  });

  it.each([
    ['no image', text('<html>'), '画像として読めないファイルです。'],
    ['a drawing', text('<svg ></svg>'), 'SVGの画像には'],
    ['half an image', pngImage(400, 300).subarray(0, 120), '画像が途中で切れています。'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), '画像が20 MBより大きい'],
  ])('[T11] %s is explained and not copied', async (_name, bytes, reason) => {
    const { window, choose, files } = await shown();
    const elsewhere = join(temporaryFolder(), 'a.png');
    writeFileSync(elsewhere, bytes);
    window.answers.push(elsewhere, 0);
    expect(await choose()).toEqual({ ok: true, value: null });
    expect(window.questions[0]?.message).toBe('この画像は使えません');
    expect(window.questions[0]?.detail).toContain(reason);
    expect(files()).toEqual([]);
  });

  it('[F52] one that is gone by then is a failure, and nothing is written', async () => {
    const { window, choose, files } = await shown();
    window.answers.push(join(temporaryFolder(), 'gone.png'));
    expect(await choose()).toMatchObject({ failure: { code: 'not-found' } });
    expect(files()).toEqual([]);
  });
});
