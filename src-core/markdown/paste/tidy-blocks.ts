import type { BlockContent, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import { strictEmphasis } from './strict-emphasis.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const inner = [...nodes];
  const isBlank = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && /^[\s\u3000]*$/.test(node.value));
  while (inner.length > 0 && isBlank(inner[0])) inner.shift();
  while (inner.length > 0 && isBlank(inner.at(-1))) inner.pop();
  const [first] = inner;
  const last = inner.at(-1);
  return inner.map((node) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (node === first) value = value.replace(/^[\s\u3000]+/, '');
    if (node === last) value = value.replace(/\s+$/, '');
    return value === node.value ? node : { type: 'text', value };
  });
}

function inLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = nodes.map((node): PhrasingContent =>
    node.type === 'break' ? { type: 'text', value: ' ' } : node,
  );
  return strictEmphasis(trimmed(tidyPhrasing(joined)));
}

/** Two line breaks in a row part paragraphs. */
function paragraphs(nodes: readonly PhrasingContent[]): RootContent[] {
  const parts: PhrasingContent[][] = [[]];
  const tidy = tidyPhrasing(nodes).filter(
    (node, index, all) =>
      !(node.type === 'text' && node.value.trim() === '' && all[index - 1]?.type === 'break'),
  );
  tidy.forEach((node, index) => {
    const isPart = node.type === 'break' && tidy[index - 1]?.type === 'break';
    if (isPart) parts.push([]);
    else parts.at(-1)?.push(node);
  });
  return parts.flatMap((part) => {
    const children = strictEmphasis(trimmed(part));
    return children.length === 0 ? [] : [{ type: 'paragraph' as const, children }];
  });
}

function tidyBlock(node: RootContent): RootContent[] {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all others have nothing to tidy
  switch (node.type) {
    case 'paragraph':
      return paragraphs(node.children);
    case 'heading': {
      const children = inLine(node.children);
      return children.length === 0 ? [] : [{ ...node, children }];
    }
    case 'blockquote': {
      const children = tidyAll(node.children) as BlockContent[];
      return children.length === 0 ? [] : [{ ...node, children }];
    }
    case 'list': {
      const items = node.children.flatMap((item) => {
        const children = tidyAll(item.children) as BlockContent[];
        // What an editor of HTML puts into paragraphs of their own is one line here.
        const spread = children.filter(({ type }) => type === 'paragraph').length > 1;
        return children.length === 0 ? [] : [{ ...item, spread, children }];
      });
      const spread = items.some((item) => item.spread);
      return items.length === 0 ? [] : [{ ...node, spread, children: items }];
    }
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell): TableCell => ({
              ...cell,
              children: inLine(cell.children),
            })),
          })),
        },
      ];
    default:
      return [node];
  }
}

/** Lists of one kind that stand side by side would be read as one, so they are one. */
function tidyAll(nodes: readonly RootContent[]): RootContent[] {
  const tidy: RootContent[] = [];
  for (const node of nodes.flatMap(tidyBlock)) {
    const last = tidy.at(-1);
    if (last?.type === 'list' && node.type === 'list' && last.ordered === node.ordered) {
      const children = [...last.children, ...node.children];
      tidy[tidy.length - 1] = { ...last, spread: children.some(({ spread }) => spread), children };
    } else tidy.push(node);
  }
  return tidy;
}

/** The tree as a guide is written: nothing empty, tight lists, breaks only inside paragraphs. */
export function tidyBlocks(root: Root): Root {
  return { type: 'root', children: tidyAll(root.children) };
}
