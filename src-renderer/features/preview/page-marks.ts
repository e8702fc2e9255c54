import type { SourceMap } from './source-map.ts';

/** A finding as the page shows it: its severity, on the blocks between two lines (from 0, end included). */
export interface PageMark {
  readonly severity: 'error' | 'warning';
  readonly fromLine: number;
  readonly toLine: number;
}

/** Marks over the page: findings as outlines, and the block that holds the caret. */
export interface PageMarks {
  setMarks(marks: readonly PageMark[]): void;
  /** `undefined` where the caret is not in the body. */
  setCurrent(line: number | undefined): void;
  /** Puts the marks on again after the page changed. */
  refresh(): void;
}

/** The marks of a page; `firstLine` is where its body begins, lines before it have no block. */
export function createPageMarks(
  root: HTMLElement,
  map: SourceMap,
  firstLine: () => number,
): PageMarks {
  let marks: readonly PageMark[] = [];
  let current: number | undefined;

  const put = (attribute: string, wanted: ReadonlyMap<HTMLElement, string>): void => {
    for (const element of root.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
      if (!wanted.has(element)) element.removeAttribute(attribute);
    }
    for (const [element, value] of wanted) {
      if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
    }
  };

  const putMarks = (): void => {
    const wanted = new Map<HTMLElement, string>();
    for (const { severity, fromLine, toLine } of marks) {
      for (let line = fromLine; line <= toLine;) {
        const block = line < firstLine() ? undefined : map.blockAt(line);
        if (!block) break;
        if (severity === 'error' || !wanted.has(block.element)) wanted.set(block.element, severity);
        line = Math.max(line + 1, block.until);
      }
    }
    put('data-mark', wanted);
  };

  const putCurrent = (): void => {
    const inBody = current !== undefined && current >= firstLine();
    const block = inBody ? map.blockAt(current ?? 0) : undefined;
    put('data-current', new Map(block ? [[block.element, '']] : []));
  };

  return {
    setMarks(next) {
      marks = next;
      putMarks();
    },
    setCurrent(line) {
      current = line;
      putCurrent();
    },
    refresh() {
      putMarks();
      putCurrent();
    },
  };
}
