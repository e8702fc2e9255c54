/** A question with its buttons, the first one being the default. */
export interface Question {
  readonly kind: 'question' | 'warning';
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  /** Index of the button that closing the dialog stands for. */
  readonly cancel: number;
}

/** The system's own dialogs of one window; `null` means that the author chose nothing. */
export interface Dialogs {
  chooseFolder(title: string, start?: string): Promise<string | null>;
  chooseImage(title: string, folder: string): Promise<string | null>;
  chooseSavePath(title: string, suggested: string): Promise<string | null>;
  /** Index of the button pressed. */
  ask(question: Question): Promise<number>;
}
