import { applyEdits, type TextEdit } from '#core/document/text-edit';

/** Words of the bench text behind which a character is typed, one in each kind of block. */
export const keyPlaces = {
  paragraph: '目線で決めます。',
  list: '**目的:** ',
  table: '止めてよい時間',
} as const;

/** Milliseconds of one key in each kind of block. */
export type KeyTimes = Readonly<Record<keyof typeof keyPlaces, number>>;

/** Milliseconds that a task takes. */
export function timed(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** A keystroke in the middle of the text: one character after a place, then the same one removed again. */
function keystrokes(text: string, place: string): readonly [TextEdit, TextEdit] {
  const found = text.indexOf(place, Math.floor(text.length / 2));
  if (found === -1) throw new Error(`the bench text has no 「${place}」 in its second half`);
  const at = found + place.length;
  return [
    { from: at, to: at, insert: 'あ' },
    { from: at, to: at + 1, insert: '' },
  ];
}

/** Types in each kind of block; `type` does all that follows one edit of the text. */
export function timeKeys(
  text: string,
  places: typeof keyPlaces,
  type: (edit: TextEdit) => void,
): KeyTimes {
  const at = (place: string): number => {
    const edits = keystrokes(text, place);
    return edits.reduce((sum, edit) => sum + timed(() => type(edit)), 0) / edits.length;
  };
  return { paragraph: at(places.paragraph), list: at(places.list), table: at(places.table) };
}

/** The mean over the kinds of blocks, round by round. */
export function meansOf(times: readonly KeyTimes[]): number[] {
  return times.map(({ paragraph, list, table }) => (paragraph + list + table) / 3);
}

/** The same text but for one number, so that no cache of the engine can help either side. */
export function differentText(text: string, round: number): string {
  const at = text.indexOf(keyPlaces.paragraph);
  return applyEdits(text, [{ from: at, to: at, insert: String(round) }]);
}
