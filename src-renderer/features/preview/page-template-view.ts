import type { Root } from 'hast';
import morphdom from 'morphdom';
import { createNodes, type DomContext } from './hast-to-dom.ts';
import { keepState } from './morph-children.ts';

/** The parts of the page that a template has a place for but does not make. */
export interface TemplateParts {
  readonly content: HTMLElement;
  readonly toc: HTMLElement;
}

function slotsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-slot]')];
}

/**
 * Shows what a template printed inside `root`, with body and table of contents in their places. What
 * looks as before keeps its elements, and the body is never touched.
 */
export function showTemplate(
  root: HTMLElement,
  tree: Root,
  parts: TemplateParts,
  context: DomContext,
): void {
  const next = root.cloneNode(false) as HTMLElement;
  next.append(...createNodes(tree.children, context));
  morphdom(root, next, {
    childrenOnly: true,
    // A slot is found again wherever the template has moved it, with all that is in it.
    getNodeKey: (node) => (node as Partial<HTMLElement>).dataset?.slot,
    onBeforeElUpdated: (from, to) => from.dataset.slot === undefined && keepState(from, to),
  });
  let hasToc = false;
  for (const slot of slotsOf(root)) {
    const part = slot.dataset.slot === 'toc' ? parts.toc : parts.content;
    hasToc ||= part === parts.toc;
    if (part.parentElement !== slot) slot.replaceChildren(part);
  }
  if (!hasToc) parts.toc.remove();
}
