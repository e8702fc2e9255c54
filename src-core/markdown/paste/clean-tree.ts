import type { Element, Root } from 'hast';
import type { Cleaning } from './cleaning.ts';
import { cleanImage, cleanLink } from './clean-addresses.ts';
import { cleanText } from './clean-text.ts';
import { cleanTable } from './clean-tables.ts';
import {
  type Content,
  element,
  isBlock,
  isElement,
  propertyOf,
  styleOf,
  textOf,
} from './elements.ts';
import { groupLists, nestLists } from './clean-lists.ts';
import { styledContent, withoutBold } from './inline-styles.ts';
import { superscript } from './superscript.ts';

/** What shows no text of the author's, or runs: gone with all that is inside. */
const dropped = new Set(
  'applet area audio base button canvas colgroup datalist embed frame frameset head iframe keygen link map math meta noembed noframes noscript object optgroup option param portal progress rp script select source style svg template textarea title track video xml'.split(
    ' ',
  ),
);

const asDivision = new Set(
  'address article aside body center details dialog dl fieldset figcaption figure footer form header html main nav section'.split(
    ' ',
  ),
);

function isHidden(node: Element): boolean {
  if (node.properties.hidden !== undefined && node.properties.hidden !== false) return true;
  const style = styleOf(node);
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    // Word's comments and their anchors; a footnote's own list ends a long document.
    (style.get('mso-element') ?? '').startsWith('comment') ||
    style.has('mso-comment-reference') ||
    style.get('mso-special-character') === 'comment'
  );
}

function isNoise(node: Element): boolean {
  const names = ` ${propertyOf(node, 'className')} `;
  if (
    / (?:mw-editsection|MsoCommentReference|msocomanchor|Apple-interchange-newline) /.test(names)
  ) {
    return true;
  }
  return node.tagName === 'sup' && / reference /.test(names);
}

function classesOf(node: Element): string {
  return propertyOf(node, 'className');
}

/** What a paragraph of Word is by its style's name. */
function wordBlock(node: Element, children: readonly Content[]): Content[] {
  if (/\bMso(?:Title)\b/.test(classesOf(node))) return [element('h1', children)];
  if (/\bMso(?:Intense)?Quote\b/.test(classesOf(node))) {
    return [element('blockquote', [element('p', children)])];
  }
  return [element('p', children)];
}

function isLanguage(name: string): boolean {
  return /^(?:language|lang)-[\w+#.-]{1,32}$/.test(name);
}

function cleanPre(node: Element): Content[] {
  const code = node.children.find((child) => isElement(child, 'code'));
  const names = `${classesOf(node)} ${isElement(code) ? classesOf(code) : ''}`.split(' ');
  const language = names.find(isLanguage)?.replace(/^lang-/, 'language-');
  const lines = codeText(node).replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return [
    element('pre', [
      element('code', [{ type: 'text', value: lines }], {
        ...(language === undefined ? {} : { className: [language] }),
      }),
    ]),
  ];
}

/** Text of code: here line ends are the author's, and `br` and lines in elements of their own are some too. */
function codeText(node: Element): string {
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.value;
    else if (isElement(child, 'br')) text += '\n';
    else if (isElement(child) && !dropped.has(child.tagName)) {
      const inner = codeText(child);
      text += isElement(child, 'div', 'p') && !inner.endsWith('\n') ? `${inner}\n` : inner;
    }
  }
  return text;
}

function hasText(nodes: readonly Content[]): boolean {
  return nodes.some((node) => textOf(node).trim() !== '' || holdsImage(node));
}

function holdsImage(node: Content): boolean {
  return isElement(node, 'img') || ('children' in node && node.children.some(holdsImage));
}

function cleanElement(node: Element, cleaning: Cleaning): Content[] {
  const name = node.tagName;
  if (name === 'img' || name === 'image') return cleanImage(node, cleaning);
  if (dropped.has(name) || isHidden(node) || isNoise(node)) return [];
  if (name === 'input') {
    const isBox = propertyOf(node, 'type') === 'checkbox';
    const checked = Object.hasOwn(node.properties, 'checked') && node.properties.checked !== false;
    return isBox ? [element('input', [], { type: 'checkbox', disabled: true, checked })] : [];
  }
  if (name === 'pre' || name === 'listing' || name === 'xmp') return cleanPre(node);
  if (name === 'br' || name === 'hr') return [element(name, [])];
  if (name === 'wbr') return [];
  if (name === 'code' || name === 'tt' || name === 'kbd' || name === 'samp') {
    const value = textOf(node).replace(/\s+/g, ' ');
    return value.trim() === '' ? [] : [element('code', [{ type: 'text', value }])];
  }

  const children = cleanChildren(node, cleaning);
  switch (name) {
    case 'a':
      return cleanLink(node, children);
    case 'p':
      return hasText(children) ? wordBlock(node, children) : [];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return hasText(children) ? [element(name, withoutBold(children))] : [];
    case 'ul':
    case 'ol':
      return nestLists(node, children);
    case 'li':
      return [element('li', withBox(node, children), {})];
    case 'table':
      return cleanTable(children);
    case 'thead':
    case 'tbody':
    case 'tr':
      return [element(name, children)];
    case 'tfoot':
      return [element('tbody', children)];
    case 'td':
    case 'th': {
      const { colSpan, rowSpan } = node.properties;
      return [element(name, children, { colSpan, rowSpan })];
    }
    case 'blockquote':
      return hasText(children) ? [element('blockquote', children)] : [];
    case 'dt':
    case 'summary':
    case 'caption':
    case 'legend':
      return [element('p', [element('strong', children)])];
    case 'dd':
    case 'div':
      return [element('div', children)];
    case 'rt':
      // Readings stand behind the word in brackets: Markdown has no ruby.
      return hasText(children)
        ? [{ type: 'text', value: '（' }, ...children, { type: 'text', value: '）' }]
        : [];
    case 'sup':
    case 'sub':
      return superscript(name, children);
    default:
      if (asDivision.has(name)) return [element('div', children)];
      return styledContent(node, children);
  }
}

/** A ticked or empty box in front of an item, as Google Docs marks them. */
function withBox(node: Element, children: Content[]): Content[] {
  if (propertyOf(node, 'role') !== 'checkbox') return children;
  const checked = propertyOf(node, 'ariaChecked') === 'true';
  const box = element('input', [], { type: 'checkbox', disabled: true, checked });
  const [first, ...rest] = children;
  if (isElement(first, 'p')) return [element('p', [box, ...first.children]), ...rest];
  return [box, ...children];
}

function cleanChildren(parent: Element | Root, cleaning: Cleaning): Content[] {
  const cleaned: Content[] = [];
  for (const child of groupLists(parent.children)) {
    if (child.type === 'text') cleaned.push({ type: 'text', value: cleanText(child.value) });
    else if (child.type === 'element') cleaned.push(...cleanElement(child, cleaning));
  }
  return withoutLooseBreaks(cleaned);
}

/** Without the line breaks that stand between blocks or at an end: blocks begin on a line of their own. */
function withoutLooseBreaks(nodes: readonly Content[]): Content[] {
  const isBlank = (node: Content): boolean => node.type === 'text' && node.value.trim() === '';
  const edge = (index: number, step: 1 | -1): boolean => {
    let at = index + step;
    while (at >= 0 && at < nodes.length) {
      const node = nodes[at];
      if (node === undefined || isBlock(node)) return true;
      if (!isBlank(node) && !isElement(node, 'br')) return false;
      at += step;
    }
    return true;
  };
  return nodes.filter(
    (node, index) => !isElement(node, 'br') || !(edge(index, 1) || edge(index, -1)),
  );
}

/** The tree of what was copied, as plain HTML: no programs, styles, frames, hidden parts or foreign pictures. */
export function cleanTree(tree: Root, cleaning: Cleaning): Root {
  return { type: 'root', children: cleanChildren(tree, cleaning) };
}
