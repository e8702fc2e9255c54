import type { ElementContent, Root, RootContent } from 'hast';
import { finishImage } from './finish-page.ts';

/** The page of a template with images of other hosts replaced by the host's name, as in a body (case T14). */
export function withOwnImages(root: Root): Root {
  const inChild = (node: RootContent): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (node.tagName === 'img') return [finishImage(node)];
    return [{ ...node, children: node.children.flatMap(inChild) }];
  };
  return { type: 'root', children: root.children.flatMap(inChild) };
}
