import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createImageService } from '../../../src-main/services/image-service.ts';
import { diskWithFiles, systemError } from '../../support/disk-faults.ts';
import { jpegImage, pngImage } from '../../support/images.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function shown(imageName?: string, saver = createSaver()) {
  const root = temporaryFolder();
  if (imageName !== undefined) {
    mkdirSync(join(root, '.shirube'));
    writeFileSync(join(root, '.shirube/config.json'), JSON.stringify({ static: { imageName } }));
  }
  const service = createImageService(saver, async () => 'ja' as const);
  const { window } = await windowWithFolder(root);
  if (imageName !== undefined && window.session) {
    const { info } = window.session;
    const found = info();
    Object.assign(window.session, {
      info: () => ({
        ...found,
        config: { ...found.config, static: { ...found.config.static, imageName } },
      }),
    });
  }
  const add = async (bytes: Uint8Array<ArrayBuffer>, slug = 'nurse', name = 'image.png') => {
    const added = await service['images.add']({ name, bytes, slug }, window);
    return added.ok ? added.value.sitePath : added.failure.code;
  };
  const folder = join(root, 'static/img');
  const files = (): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
  return { folder, add, files };
}

describe('the name of an image for a guide', () => {
  it('is the guide’s URL name and the first free number, with the ending of what the bytes are', async () => {
    const { add } = await shown();
    expect(await add(pngImage(4, 3, 1))).toBe('/static/img/nurse_1.png');
    expect(await add(pngImage(4, 3, 2))).toBe('/static/img/nurse_2.png');
    // [T36] A JPEG that calls itself a PNG.
    expect(await add(jpegImage())).toBe('/static/img/nurse_1.jpg');
  });

  it('[F52] is that of the same bytes where they are there already, and never that of others', async () => {
    const { add, files, folder } = await shown();
    await add(pngImage(4, 3, 1));
    await add(pngImage(4, 3, 2));
    expect(await add(pngImage(4, 3, 2))).toBe('/static/img/nurse_2.png');
    expect(files()).toEqual(['nurse_1.png', 'nurse_2.png']);
    expect(readFileSync(join(folder, 'nurse_1.png'))).toEqual(Buffer.from(pngImage(4, 3, 1)));
  });

  it('[F52] is another for each of several that come at the same time', async () => {
    const { add, files, folder } = await shown();
    const greys = [1, 2, 3, 4, 5, 6];
    const paths = await Promise.all(greys.map((grey) => add(pngImage(4, 3, grey))));
    expect(new Set(paths).size).toBe(greys.length);
    expect(files()).toHaveLength(greys.length);
    for (const [index, path] of paths.entries()) {
      const bytes = readFileSync(join(folder, path.slice('/static/img/'.length)));
      expect(bytes).toEqual(Buffer.from(pngImage(4, 3, greys[index])));
    }
  });

  it('[F52] is left to the next one where the disk is full: no part of an image stays', async () => {
    let full = true;
    const disk = diskWithFiles((file) =>
      Object.assign(file, {
        writeFile: new Proxy(file.writeFile, {
          apply: (write, target, args) => {
            if (full) return Promise.reject(systemError('ENOSPC'));
            return Reflect.apply(write, target, args) as Promise<void>;
          },
        }),
      }),
    );
    const { add, files } = await shown(undefined, createSaver({ disk }));
    expect(await add(pngImage())).toBe('disk-full');
    expect(files()).toEqual([]);
    full = false;
    expect(await add(pngImage())).toBe('/static/img/nurse_1.png');
  });

  it('follows the pattern of the configuration', async () => {
    const { add } = await shown('{name}-{slug}-{n}');
    expect(await add(pngImage(), 'nurse', '病棟 写真.png')).toBe(
      '/static/img/病棟-写真-nurse-1.png',
    );
    const named = await shown('{slug}');
    expect(await named.add(pngImage(4, 3, 1))).toBe('/static/img/nurse.png');
    expect(await named.add(pngImage(4, 3, 2))).toMatch(/^\/static\/img\/nurse-[0-9a-f]{8}\.png$/);
  });

  it.each(['../../x', '/etc/passwd', '.git/config', 'a\u202egnp', 'CON', '', '..', 'a/b\\c'])(
    '[T36] stays in the folder whatever the guide’s URL name is: %j',
    async (slug) => {
      const { add, files } = await shown();
      expect(await add(pngImage(), slug)).toMatch(/^\/static\/img\/[^/\\\u202e]+\.png$/);
      expect(files()).toHaveLength(1);
    },
  );
});
