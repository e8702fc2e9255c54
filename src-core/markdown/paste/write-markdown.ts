import type { Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { tableText } from '../table-make.ts';
import { withMarksOnce } from './strict-emphasis.ts';
import { withoutNeedlessEscapes, withoutReferences } from './needless-escapes.ts';
import type { ListStyle } from './pasted-html.ts';

type State = Parameters<NonNullable<NonNullable<Options['handlers']>['table']>>[2];

function cellsOf(table: Table, state: State): string[][] {
  const exit = state.enter('table');
  const rows = table.children.map((row) =>
    row.children.map((cell) => {
      const leave = [state.enter('tableCell'), state.enter('phrasing')];
      const info = { before: ' ', after: ' ', now: { line: 1, column: 1 }, lineShift: 0 };
      const text = state.containerPhrasing(cell, info);
      for (const one of leave.toReversed()) one();
      return text;
    }),
  );
  exit();
  return rows;
}

/**
 * A function that writes a tree, whose marks hold by CommonMark's own rules, as the guides are written, lists in the style of the
 * text around. remark-cjk-friendly is not among its extensions: it would write task lists without boxes.
 */
export function markdownWriter({ bullet, indent }: ListStyle): (root: Root) => string {
  const writer = unified()
    .use(remarkStringify, {
      bullet,
      bulletOther: bullet === '-' ? '*' : '-',
      listItemIndent: indent,
      rule: '-',
      emphasis: '*',
      strong: '*',
      fences: true,
      setext: false,
      handlers: {
        table: (node: Table, _: unknown, state: State) => tableText(cellsOf(node, state)),
      },
    })
    .use(remarkGfm)
    .freeze();
  const raw = (node: RootContent): string =>
    writer.stringify({ type: 'root', children: [node] }).replace(/\n+$/, '');
  const write = (node: RootContent): string => {
    const text = withoutReferences(raw(node)) ?? raw(withMarksOnce(node));
    return withoutNeedlessEscapes(text);
  };
  return (root) => root.children.map(write).join('\n\n');
}
