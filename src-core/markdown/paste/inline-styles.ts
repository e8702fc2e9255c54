import type { Element } from 'hast';
import { type Content, element, holdsBlock, isElement, styleOf } from './elements.ts';

const byName: Readonly<Record<string, 'strong' | 'em' | 'del'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
};

function isBold(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

/**
 * Which marks an element puts around its text. Its style counts for more than its name: Google Docs
 * wraps everything in a `b` of normal weight and makes bold text with spans.
 */
function marksOf(node: Element): Set<'strong' | 'em' | 'del'> {
  const marks = new Set<'strong' | 'em' | 'del'>();
  const own = Object.hasOwn(byName, node.tagName) ? byName[node.tagName] : undefined;
  if (own) marks.add(own);
  const style = styleOf(node);
  const weight = style.get('font-weight');
  if (weight !== undefined) marks[isBold(weight) ? 'add' : 'delete']('strong');
  const slant = style.get('font-style');
  if (slant !== undefined) marks[slant.startsWith('italic') ? 'add' : 'delete']('em');
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  if (line.includes('line-through')) marks.add('del');
  return marks;
}

/** The content of an inline element inside the marks that it stands for; around blocks it stands for none. */
export function styledContent(node: Element, children: readonly Content[]): Content[] {
  if (children.length === 0) return [];
  if (children.some(holdsBlock)) return [...children];
  let content: Content[] = [...children];
  for (const mark of marksOf(node)) content = [element(mark, content)];
  return content;
}

/** Without bold marks: headings and the first row of a table are bold by themselves, and programs say it again. */
export function withoutBold(children: readonly Content[]): Content[] {
  return children.flatMap((child): Content[] => {
    if (!isElement(child)) return [child];
    const inner = withoutBold(child.children);
    return child.tagName === 'strong' ? inner : [element(child.tagName, inner, child.properties)];
  });
}
