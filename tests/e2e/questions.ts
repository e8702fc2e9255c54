import type { ElectronApplication } from '@playwright/test';

/** Answers every question of the main process with a button, and keeps what it asked and opened. */
export async function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, response) => {
    const log: { questions: string[]; opened: string[] } = { questions: [], opened: [] };
    Reflect.set(globalThis, 'asked', log);
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      log.questions.push((given.at(-1) as { detail: string }).detail);
      return Promise.resolve({ response, checkboxChecked: false });
    };
    shell.openExternal = (url) => {
      log.opened.push(url);
      return Promise.resolve();
    };
    shell.openPath = (path) => {
      log.opened.push(path);
      return Promise.resolve('');
    };
  }, button);
}

/** What was asked since then, by its details, and what was opened outside. */
export function questions(
  app: ElectronApplication,
): Promise<{ questions: string[]; opened: string[] }> {
  return app.evaluate(() => Reflect.get(globalThis, 'asked'));
}
