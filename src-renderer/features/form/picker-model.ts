/** One thing that can be picked. */
export interface PickerOption {
  readonly id: string;
  readonly name: string;
  /** Second line; without it the row is a low one. */
  readonly detail?: string | undefined;
  /** Small text at the right, such as how many guides use it. */
  readonly note?: string | undefined;
  /** Address of a picture; `null` keeps its place empty, `undefined` has none. */
  readonly image?: string | null | undefined;
  /** Chosen already: shown, marked, and not picked again. */
  readonly selected?: boolean | undefined;
  /** Why it cannot be picked, said in place of the mark. */
  readonly refused?: string | undefined;
}

/** Options under a heading; an empty heading shows none. */
export interface PickerGroup {
  readonly title: string;
  readonly options: readonly PickerOption[];
  /** How many more match that were not made into options. */
  readonly more?: number | undefined;
}

/** More options than this are counted, not shown: typing is quicker than scrolling. */
export const mostShown = 60;

/** A group of as many options as can be shown; the others are only counted. */
export function cap<Item>(
  title: string,
  items: readonly Item[],
  toOption: (item: Item) => PickerOption,
): PickerGroup {
  return {
    title,
    options: items.slice(0, mostShown).map(toOption),
    more: Math.max(0, items.length - mostShown),
  };
}
