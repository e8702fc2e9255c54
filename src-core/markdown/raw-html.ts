import type { Element, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { idPrefix } from './site-schema.ts';

/** Elements within elements; a hundred nested lists stay far below, the stack's end is far above. */
const maxDepth = 500;

/** Obsolete names and forms, by what shows the same and is read the same when it is parsed again. */
const renamed: Readonly<Record<string, string>> = {
  dir: 'ul',
  fieldset: 'section',
  form: 'section',
  listing: 'pre',
  menu: 'ul',
};

const parser = unified().use(rehypeRaw).freeze();

/** Leaves the parser's first state, in which a table row may stand anywhere. */
const lead: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };

// An unknown element stands wherever it is written: it closes nothing, and bold text goes on around it.
// A form inside a form is overlooked, so the second shows that none is open.
const endMark = 'section-end';
const end: RootContent = {
  type: 'raw',
  value: `<${endMark}></${endMark}><form id="${endMark}"></form>`,
};

function hasEnd(nodes: readonly RootContent[]): boolean {
  const [mark, form] = nodes.slice(-2);
  return (
    mark?.type === 'element' &&
    mark.tagName === endMark &&
    mark.children.length === 0 &&
    form?.type === 'element' &&
    form.tagName === 'form' &&
    form.properties.id === endMark &&
    form.children.length === 0
  );
}

function parse(nodes: readonly RootContent[]): RootContent[] {
  const children = parser.runSync({ type: 'root', children: [lead, ...nodes] }).children.slice(1);
  checkDepth(children);
  return children;
}

/** Case T31: what comes after walks the tree by calling itself. */
function checkDepth(nodes: readonly RootContent[]): void {
  let level: readonly RootContent[] = nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw new RangeError('elements are nested too deep');
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
}

function withPrefix(id: unknown): string {
  const text = String(id);
  return text.startsWith(idPrefix) ? text : idPrefix + text;
}

/** Leading line ends would go one by one each time that the page is parsed. */
function trimStart(pre: Element): void {
  for (;;) {
    const first = pre.children[0];
    if (first?.type !== 'text') return;
    first.value = first.value.replace(/^\n+/, '');
    if (first.value !== '') return;
    pre.children.shift();
  }
}

function settle(element: Element): void {
  const { properties } = element;
  element.tagName = renamed[element.tagName] ?? element.tagName;
  // Case T12: also the ids that footnotes refer to, so that no raw one can stand for them.
  if (properties.id !== undefined) properties.id = withPrefix(properties.id);
  const { ariaDescribedBy } = properties;
  if (Array.isArray(ariaDescribedBy)) properties.ariaDescribedBy = ariaDescribedBy.map(withPrefix);
  if (element.tagName === 'pre') trimStart(element);
  settleAll(element.children);
}

function isOtherInput(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'input' && node.properties.type !== 'checkbox';
}

function settleAll(nodes: RootContent[]): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    // The sanitiser would make a checkbox of each.
    if (node && isOtherInput(node)) nodes.splice(index, 1);
    else if (node?.type === 'element') settle(node);
  }
}

/**
 * Reads the raw HTML in a piece of a page as browsers do. The result is not safe yet. Ids get their
 * prefix. Throws a `RangeError` where elements are nested too deep.
 */
export function readRawHtml(nodes: readonly RootContent[]): RootContent[] {
  const children = parse(nodes);
  settleAll(children);
  return children;
}

/**
 * The same for a piece that others follow: `undefined` where something is still open at its end (an
 * element, a comment, bold text) that would change how those are read.
 */
export function readClosedHtml(nodes: readonly RootContent[]): RootContent[] | undefined {
  const children = parse([...nodes, end]);
  if (!hasEnd(children)) return undefined;
  const closed = children.slice(0, -2);
  settleAll(closed);
  return closed;
}

/** So often a page is read again; what broken nesting leaves behind has settled after two or three times. */
const maxReadings = 6;

/**
 * Case T03: a cleaned page as it is when it is read again. Where the sanitiser took something out, what
 * is left could nest in a way that no parser would keep.
 */
export function settleHtml(
  cleaned: RootContent[],
  clean: (nodes: RootContent[]) => RootContent[],
): RootContent[] {
  let page = cleaned;
  let html = toHtml({ type: 'root', children: page });
  for (let reading = 0; reading < maxReadings; reading += 1) {
    const next = clean(readRawHtml(page));
    const after = toHtml({ type: 'root', children: next });
    // Also where nothing changed: texts that stood side by side are one by now, in pieces as in the whole.
    page = next;
    if (after === html) break;
    html = after;
  }
  return page;
}
