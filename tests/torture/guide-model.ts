/** What must be true of a guide, its file and its history, whatever is done to them and in whatever order. */
export interface GuideModel {
  /** What the file has; `undefined` where it is gone. */
  disk: string | undefined;
  /** What the window shows. */
  window: string;
  /** What the window takes the file to have. */
  base: string;
  /** What main last told the window of the file, or read for it; only something else is news. */
  told: string | undefined;
  /** Texts that may come back after a kill: the one that reached the journal last, and those since. */
  readonly mayComeBack: string[];
  /** Somebody else has written the file since the journal last knew what it has. */
  isForeign: boolean;
  /** Texts that the history must have. */
  readonly owed: Set<string>;
}

/** A guide that was just opened. */
export function createModel(text: string): GuideModel {
  return {
    ...{ disk: text, window: text, base: text, told: text },
    ...{ mayComeBack: [text], isForeign: false, owed: new Set() },
  };
}

/** The window has this text now. */
export function typed(model: GuideModel, text: string): void {
  model.window = text;
  model.mayComeBack.push(text);
}

/** Everything typed is in the journal. */
export function flushed(model: GuideModel): void {
  model.mayComeBack.splice(0, Infinity, model.window);
  if (model.disk === model.base) model.isForeign = false;
}

/** Somebody else writes the file, or takes it away. */
export function writtenOutside(model: GuideModel, text: string | undefined): void {
  model.disk = text;
  model.isForeign = true;
}

/** The window takes the file's text; what it had is in the history where it was the author's. */
export function reloaded(model: GuideModel): void {
  model.told = model.disk;
  if (model.disk === undefined) return;
  if (model.window !== model.base) model.owed.add(model.window);
  model.base = model.disk;
  typed(model, model.disk);
}

/** The window has looked at the file; clean text follows it. */
export function looked(model: GuideModel): void {
  const isNews = model.disk !== model.told && model.disk !== model.base;
  model.told = model.disk;
  // Text of the author's waits for a choice, also once it was taken back.
  if (isNews && model.window === model.base) reloaded(model);
}

/** Whether a save goes through: only over the very text that the window knows. */
export const maySave = ({ disk, base }: GuideModel): boolean => disk === base;

/** The file has the text of the window; what lay there before is in the history, and so is what was saved. */
export function saved(model: GuideModel): void {
  if (model.disk !== undefined) model.owed.add(model.disk);
  model.owed.add(model.window);
  model.disk = model.window;
  model.base = model.window;
  model.told = model.window;
  flushed(model);
}

/** Both were put together to a text that was saved. */
export function merged(model: GuideModel, text: string): void {
  model.owed.add(model.window);
  typed(model, text);
  saved(model);
}

/** Texts that may be in the window at the start after a kill; one that the author has not changed follows the file. */
export function afterKill({
  mayComeBack,
  base,
  disk,
}: GuideModel): readonly (string | undefined)[] {
  return mayComeBack.includes(base) ? [...mayComeBack, disk] : mayComeBack;
}

/** The guide was opened at the next start; where it followed its file, the journal has not heard of that yet. */
export function restarted(model: GuideModel, window: string, base: string): void {
  const isOfJournal = model.mayComeBack.includes(window);
  model.window = window;
  model.base = base;
  model.told = model.disk;
  if (isOfJournal) flushed(model);
  else model.mayComeBack.push(window);
}
