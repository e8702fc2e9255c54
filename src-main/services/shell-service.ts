import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { classify } from '#core/text/classify-url';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { contain } from '../security/contain.ts';

/** The parts of the system's shell that are used; opening a file with its program is not among them. */
export interface Shell {
  openExternal(url: string): Promise<void>;
  showItemInFolder(path: string): void;
}

/** Opens web and mail addresses after the author has seen them whole, and shows files in their folder. */
export function createShellService(
  shell: Shell,
  locale: () => Promise<Locale>,
): Handlers<'shell.openExternal' | 'shell.reveal' | 'edit.pastePlain' | 'edit.copy'> {
  return {
    async 'shell.openExternal'({ url }, { dialogs }) {
      const kind = classify(url);
      if (kind !== 'external' && kind !== 'mail') return fail('not-allowed', kind);
      const language = await locale();
      const [question, open] =
        kind === 'mail'
          ? (['openMailQuestion', 'openMail'] as const)
          : (['openLinkQuestion', 'openLink'] as const);
      const answer = await dialogs.ask({
        kind: 'question',
        message: translate(mainMessages, language, question),
        detail: url,
        buttons: [
          translate(mainMessages, language, open),
          translate(mainMessages, language, 'cancel'),
        ],
        cancel: 1,
      });
      if (answer !== 0) return succeed(false);
      await shell.openExternal(url);
      return succeed(true);
    },
    'edit.pastePlain'(_, caller) {
      caller.pastePlain();
      return Promise.resolve(succeed(null));
    },
    'edit.copy'(_, caller) {
      caller.copy();
      return Promise.resolve(succeed(null));
    },
    async 'shell.reveal'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'shell.reveal');
      const place = await contain(session.root, path, 'read');
      if (!place.ok) return fail('outside-workspace', place.reason);
      shell.showItemInFolder(place.path);
      return succeed(null);
    },
  };
}
