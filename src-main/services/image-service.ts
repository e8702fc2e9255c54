import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Result } from '#core/ipc/contract';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { checkImage, imageBytes } from '../files/check-image.ts';
import { toFailure } from '../files/disk-failure.ts';
import type { Saver } from '../files/saver.ts';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { isInside } from '../security/contain.ts';
import type { AppWindow } from '../windows/app-window.ts';
import { type AddedImage, addImage, type NewImage } from './add-image.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Lists the images of the site, lets the author choose one, and takes new ones into the static folder. */
export function createImageService(
  saver: Saver,
  locale: () => Promise<Locale>,
): Handlers<'images.list' | 'images.choose' | 'images.add'> {
  // One image after another: two that look for a free name at the same time would both take it, and
  // the saver lets the later of two saves of one path stand for both.
  let last: Promise<unknown> = Promise.resolve();
  function add(...call: Parameters<typeof addNow>): Promise<Result<AddedImage>> {
    const added = last.then(() => addNow(...call));
    last = added.catch(() => undefined);
    return added;
  }

  async function addNow(
    image: Pick<NewImage, 'name' | 'bytes' | 'beside' | 'slug'>,
    session: WorkspaceSession,
  ): Promise<Result<AddedImage>> {
    // The folder of the images would be made where the volume was.
    if (!(await session.isThere())) return fail('folder-away', 'root');
    const { static: served } = session.info().config;
    const added = await addImage({ ...image, root: session.root, static: served }, saver);
    // The watch would tell it too, but later and not everywhere.
    if (added.ok) session.process.filesChanged([added.value.path]).catch(() => undefined);
    return added;
  }

  /** Offers to copy an image from outside of the static folder into it; `null` where it stays out. */
  async function copyIn(
    chosen: string,
    beside: string | undefined,
    session: WorkspaceSession,
    dialogs: AppWindow['dialogs'],
  ): Promise<Result<string | null>> {
    const language = await locale();
    const say = (key: keyof typeof mainMessages.ja, values = {}): string =>
      translate(mainMessages, language, key, values);
    const read = await readImage(chosen);
    if (!read.ok) return read;
    const bytes = read.value;
    const checked = bytes ? checkImage(bytes) : ({ ok: false, reason: 'size' } as const);
    if (!bytes || !checked.ok) {
      await dialogs.ask({
        kind: 'warning',
        message: say('imageRefused'),
        detail: say(imageReasons[checked.ok ? 'size' : checked.reason]),
        buttons: [say('close')],
        cancel: 0,
      });
      return succeed(null);
    }
    const answer = await dialogs.ask({
      kind: 'question',
      message: say('imageCopyQuestion'),
      detail: say('imageCopyDetail', { folder: session.info().config.static.folder }),
      buttons: [say('imageCopy'), say('cancel')],
      cancel: 1,
    });
    if (answer !== 0) return succeed(null);
    const added = await add({ name: basename(chosen), bytes, beside }, session);
    return added.ok ? succeed(added.value.sitePath) : added;
  }

  return {
    async 'images.list'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'images.list');
      return succeed(await session.process.images());
    },
    async 'images.choose'({ beside }, { session, dialogs }) {
      if (session === undefined) return fail('no-workspace', 'images.choose');
      const { folder, path } = session.info().config.static;
      const staticRoot = await realpath(join(session.root, folder)).catch(() => undefined);
      const start = staticRoot ?? session.root;
      const title = translate(mainMessages, await locale(), 'chooseImage');
      const chosen = await dialogs.chooseImage(title, start);
      if (chosen === null) return succeed(null);
      const real = await realpath(chosen).catch(() => chosen);
      if (staticRoot !== undefined && isInside(staticRoot, real)) {
        const below = relative(staticRoot, real).split(sep).join('/');
        return succeed(`${path}/${below}`);
      }
      return copyIn(chosen, beside, session, dialogs);
    },
    async 'images.add'(image, { session }) {
      if (session === undefined) return fail('no-workspace', 'images.add');
      const added = await add(image, session);
      return added.ok ? succeed({ sitePath: added.value.sitePath }) : added;
    },
  };
}

const imageReasons = {
  size: 'imageTooLarge',
  svg: 'imageIsSvg',
  type: 'imageNotOne',
  cut: 'imageCut',
} as const;

/** The bytes of a file that the author chose; `undefined` where they are more than an image may have. */
async function readImage(path: string): Promise<Result<Uint8Array | undefined>> {
  try {
    // Not blocking, or a named pipe would hold the thread for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) return fail('not-allowed', 'not a file');
      return succeed(found.size > imageBytes ? undefined : await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
