import type { Element } from 'hast';
import { withoutBold } from './inline-styles.ts';
import { type Content, element, isElement, textOf } from './elements.ts';

const inCellsOnly = new Set('blockquote h1 h2 h3 h4 h5 h6 hr ol pre table ul'.split(' '));

/** Whether a node holds what no cell of a Markdown table can show. */
function holdsMore(node: Content): boolean {
  return isElement(node) && (inCellsOnly.has(node.tagName) || node.children.some(holdsMore));
}

function rowsOf(nodes: readonly Content[]): Element[] {
  return nodes.flatMap((node) => {
    if (isElement(node, 'tr')) return [node];
    return isElement(node, 'thead', 'tbody') ? rowsOf(node.children) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, 'td', 'th'));
}

/** A cell's blocks in one line: paragraphs become lines, which end as blanks. */
function inOneLine(nodes: readonly Content[]): Content[] {
  return nodes.flatMap((node): Content[] => {
    if (isElement(node, 'p', 'div')) {
      return [...inOneLine(node.children), { type: 'text', value: ' ' }];
    }
    return isElement(node, 'br') ? [{ type: 'text', value: ' ' }] : [node];
  });
}

/**
 * A table of plain rows, the first one its header. One that only arranges a page, or that holds what no
 * cell can show, becomes its content; rows and columns without text at the ends are left out.
 */
export function cleanTable(children: readonly Content[]): Content[] {
  const captions = children.filter((child) => isElement(child, 'p'));
  const rows = rowsOf(children);
  const isArrangement = rows.every((row) => cellsOf(row).length <= 1) && rows.length <= 1;
  if (
    isArrangement ||
    rows.some((row) =>
      row.children.some((cell) => isElement(cell) && cell.children.some(holdsMore)),
    )
  ) {
    return [
      ...captions,
      ...rows.flatMap((row) => cellsOf(row).map((cell) => element('div', cell.children))),
    ];
  }
  while (rows.length > 0 && textOf(rows.at(-1) as Element).trim() === '') rows.pop();
  const [header, ...body] = rows;
  if (!header) return captions;
  const cells = (row: Element, name: 'td' | 'th'): Element[] =>
    cellsOf(row).map((cell) => element(name, inOneLine(cell.children), cell.properties));
  return [
    ...captions,
    element('table', [
      element('thead', [element('tr', withoutBold(cells(header, 'th')))]),
      element(
        'tbody',
        body.map((row) => element('tr', cells(row, 'td'))),
      ),
    ]),
  ];
}
