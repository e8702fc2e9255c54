import { basename } from 'node:path';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import type { Saver } from '../files/saver.ts';
import type { SaveOutcome, SaveRequest } from '../files/write-file.ts';
import type { Dialogs } from '../windows/dialogs.ts';
import type { History } from './history.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** What the author wants of a file with several names: all of them changed, or only the one that is open. */
type Choice = 'all' | 'this';

/** Saves guides; asks once about each that is in use under other names too (F15). */
export interface NamesQuestion {
  save(
    session: WorkspaceSession,
    path: string,
    request: SaveRequest,
    /** `undefined` where nobody asked for the save: then nobody is asked either. */
    dialogs: Dialogs | undefined,
  ): Promise<SaveOutcome>;
}

/** Makes the question; an answer holds while the folder is open. */
export function createNamesQuestion(options: {
  readonly saver: Saver;
  readonly history: Pick<History, 'keep'>;
  readonly locale: () => Promise<Locale>;
}): NamesQuestion {
  const { saver, history, locale } = options;
  const choices = new WeakMap<WorkspaceSession, Map<string, Promise<Choice | undefined>>>();

  async function ask(path: string, names: string, dialogs: Dialogs): Promise<Choice | undefined> {
    const language = await locale();
    const answer = await dialogs.ask({
      kind: 'question',
      message: translate(mainMessages, language, 'severalNamesQuestion', { name: basename(path) }),
      detail: translate(mainMessages, language, 'severalNamesDetail', { count: parseInt(names) }),
      buttons: [
        translate(mainMessages, language, 'severalNamesAll'),
        translate(mainMessages, language, 'severalNamesThis'),
        translate(mainMessages, language, 'cancel'),
      ],
      cancel: 2,
    });
    return answer === 0 ? 'all' : answer === 1 ? 'this' : undefined;
  }

  return {
    async save(session, path, request, dialogs) {
      const asked = choices.get(session) ?? new Map<string, Promise<Choice | undefined>>();
      choices.set(session, asked);
      const backUp = (bytes: Uint8Array) => history.keep(session, path, bytes, 'found');
      const namesFor = (choice: Choice | undefined): NonNullable<SaveRequest['names']> =>
        choice === undefined ? 'refuse' : choice === 'this' ? 'split' : { backUp };
      const first = await saver.save({ ...request, names: namesFor(await asked.get(path)) });
      if (first.ok || first.failure.code !== 'several-names') return first;
      if (dialogs === undefined) return first;
      // Saves that come while the question is open wait for its answer.
      const question = asked.get(path) ?? ask(path, first.failure.detail, dialogs);
      asked.set(path, question);
      const choice = await question.catch(() => undefined);
      if (choice === undefined) {
        asked.delete(path);
        return first;
      }
      return saver.save({ ...request, names: namesFor(choice) });
    },
  };
}
