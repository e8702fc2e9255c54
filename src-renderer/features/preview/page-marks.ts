import { findAddressed, putFindings } from './page-element-marks.ts';
import type { SourceMap } from './source-map.ts';

/** A finding as the page shows it, on the blocks between two lines (from 0, end included). */
export interface PageMark {
  readonly severity: 'error' | 'warning';
  readonly fromLine: number;
  readonly toLine: number;
  /** What is wrong, in the language of the window. */
  readonly message: string;
  /** Address, as the source has it, of the link or image that is meant; `undefined` for whole blocks. */
  readonly address: string | undefined;
}

/** Marks over the page: findings as outlines or under their link, and the block that holds the caret. */
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
    const elements = new Map<HTMLElement, PageMark>();
    for (const mark of marks) {
      const { severity, fromLine, toLine } = mark;
      const block = fromLine < firstLine() ? undefined : map.blockAt(fromLine);
      const meant = block ? findAddressed(root, block.element, mark.address) : [];
      for (const element of meant) {
        if (severity === 'error' || !elements.has(element)) elements.set(element, mark);
      }
      if (meant.length > 0) continue;
      for (let line = fromLine; line <= toLine;) {
        const block = line < firstLine() ? undefined : map.blockAt(line);
        if (!block) break;
        if (severity === 'error' || !wanted.has(block.element)) wanted.set(block.element, severity);
        line = Math.max(line + 1, block.until);
      }
    }
    put('data-mark', wanted);
    putFindings(root, elements);
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
