import type { EventValues } from '#core/ipc/event-values';
import type { EventName } from '#core/ipc/methods';
import type { AppWindow } from '../../src-main/windows/app-window.ts';
import type { Dialogs, Question } from '../../src-main/windows/dialogs.ts';

/** A window without Electron: what it was told is kept, what its author answers is set by the test. */
export interface FakeWindow extends AppWindow {
  readonly events: { readonly event: EventName; readonly value: unknown }[];
  readonly questions: Question[];
  readonly titles: string[];
  /** Dialog titles in order, with the place they started at. */
  readonly chosen: { readonly title: string; readonly start: string | undefined }[];
  /** What the next dialogs give: a path or `null` for choosing, the index of a button for asking. */
  readonly answers: (string | number | null)[];
  readonly state: { focused: number; closed: boolean };
}

/** Makes a window with an id of its own. */
export function fakeWindow(id = 1, launchFolder?: string): FakeWindow {
  const events: FakeWindow['events'] = [];
  const questions: Question[] = [];
  const chosen: { title: string; start: string | undefined }[] = [];
  const answers: (string | number | null)[] = [];
  const titles: string[] = [];
  const state = { focused: 0, closed: false };
  const choose = async (title: string, start?: string): Promise<string | null> => {
    chosen.push({ title, start });
    const answer = answers.shift();
    if (typeof answer === 'number' || answer === undefined) throw new Error('no path was set');
    return answer;
  };
  const dialogs: Dialogs = {
    chooseFolder: choose,
    chooseImage: choose,
    chooseSavePath: choose,
    async ask(question) {
      questions.push(question);
      const answer = answers.shift();
      if (typeof answer !== 'number') throw new Error('no button was set');
      return answer;
    },
  };
  return {
    ...{ id, launchFolder, dialogs, events, questions, chosen, answers, titles, state },
    session: undefined,
    unsaved: [],
    closed: () => state.closed,
    emit: <E extends EventName>(event: E, value: EventValues[E]) =>
      void events.push({ event, value }),
    setTitle: (title) => void titles.push(title),
    pastePlain: () => undefined,
    copy: () => undefined,
    focus: () => void (state.focused += 1),
  };
}
