import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { isInside } from '../security/contain.ts';

/** Lists the images of the site, and lets the author choose one in the system's dialog. */
export function createImageService(
  locale: () => Promise<Locale>,
): Handlers<'images.list' | 'images.choose'> {
  return {
    async 'images.list'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'images.list');
      return succeed(await session.process.images());
    },
    async 'images.choose'(_, { session, dialogs }) {
      if (session === undefined) return fail('no-workspace', 'images.choose');
      const { folder, path } = session.info().config.static;
      const language = await locale();
      const staticRoot = await realpath(join(session.root, folder)).catch(() => undefined);
      const start = staticRoot ?? session.root;
      const chosen = await dialogs.chooseImage(
        translate(mainMessages, language, 'chooseImage'),
        start,
      );
      if (chosen === null) return succeed(null);
      const real = await realpath(chosen).catch(() => chosen);
      if (staticRoot !== undefined && isInside(staticRoot, real)) {
        const below = relative(staticRoot, real).split(sep).join('/');
        return succeed(`${path.replace(/\/+$/, '')}/${below}`);
      }
      await dialogs.ask({
        kind: 'warning',
        message: translate(mainMessages, language, 'imageOutside'),
        detail: translate(mainMessages, language, 'imageOutsideDetail', { folder }),
        buttons: [translate(mainMessages, language, 'close')],
        cancel: 0,
      });
      return succeed(null);
    },
  };
}
