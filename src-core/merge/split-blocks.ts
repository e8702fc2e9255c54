/** A paragraph, heading, table or fence of a body, or a line. */
export interface Block {
  /** Without the line break at its end. */
  readonly text: string;
  /** The line breaks and blanks up to the next block; empty only at the end of a text. */
  readonly after: string;
}

/** A text in blocks; all of it put together again is the text. */
export interface BlockText {
  /** Blank lines before the first block. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

const blankLine = /^[ \t]*$/;
const headingLine = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const fenceLine = /^ {0,3}(`{3,}|~{3,})/;

/** Collects lines (without their breaks) into blocks; where a block begins is told by the caller. */
function createCollector() {
  let lead = '';
  let lines: string[] = [];
  let after = '';
  const blocks: Block[] = [];
  const end = (): void => {
    if (lines.length > 0) blocks.push({ text: lines.join('\n'), after });
    lines = [];
    after = '';
  };
  return {
    end,
    line(text: string, breaks: string): void {
      lines.push(text);
      after = breaks;
    },
    blank(text: string): void {
      if (lines.length > 0) after += text;
      else lead += text;
    },
    result: (): BlockText => {
      end();
      return { lead, blocks };
    },
  };
}

/** Whether a line closes a fence opened by these marks. */
function closes(line: string, marks: string): boolean {
  const [, own] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return own !== undefined && own.startsWith(marks);
}

/** The blocks of a body with LF: parted by blank lines, headings alone, fences with all that is in them. */
export function splitBlocks(text: string): BlockText {
  const collector = createCollector();
  let fence: string | undefined;
  let isBlankBefore = false;
  let from = 0;
  while (from < text.length) {
    const at = text.indexOf('\n', from);
    const to = at === -1 ? text.length : at;
    const line = text.slice(from, to);
    const breaks = at === -1 ? '' : '\n';
    from = to + breaks.length;
    if (fence !== undefined) {
      collector.line(line, breaks);
      if (closes(line, fence)) {
        fence = undefined;
        isBlankBefore = true;
      }
    } else if (blankLine.test(line)) {
      collector.blank(line + breaks);
      isBlankBefore = true;
    } else {
      const isHeading = headingLine.test(line);
      fence = fenceLine.exec(line)?.[1];
      if (isBlankBefore || isHeading || fence !== undefined) collector.end();
      collector.line(line, breaks);
      isBlankBefore = isHeading;
    }
  }
  return collector.result();
}

/** The lines of a text with LF, each a block. */
export function splitLineBlocks(text: string): BlockText {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const blocks = lines.map((line): Block =>
    line.endsWith('\n') ? { text: line.slice(0, -1), after: '\n' } : { text: line, after: '' },
  );
  return { lead: '', blocks };
}

/** Blocks as one text, without what comes after the last one. */
export function blocksText(blocks: readonly Block[]): string {
  const last = blocks.length - 1;
  return blocks.map(({ text, after }, index) => (index === last ? text : text + after)).join('');
}

/** The words of a block that is a heading; `undefined` for any other. */
export function headingOf({ text }: Block): string | undefined {
  const words = headingLine.test(text) ? text.replace(/^[ #]+|[ \t]+#*[ \t]*$/g, '') : '';
  return words === '' ? undefined : words;
}
