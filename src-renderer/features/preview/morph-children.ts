import morphdom from 'morphdom';
import { keepFinding } from './page-element-marks.ts';

/** Attributes that the window adds to the page, which a new version of a block must not lose. */
const ownAttributes = ['data-mark', 'data-current'];

/** Gives a new version of an element what the window added to the old one; whether they still differ. */
export function keepState(from: HTMLElement, to: HTMLElement): boolean {
  for (const name of ownAttributes) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
  keepFinding(from, to);
  if (from.dataset.missing !== undefined && from.dataset.file === to.dataset.file) {
    const [before, after] = [from.querySelector('img'), to.querySelector('img')];
    if (before?.getAttribute('src') === after?.getAttribute('src')) to.dataset.missing = '';
  }
  return !from.isEqualNode(to);
}

function idsIn(element: HTMLElement): Set<string> {
  return new Set(Array.from(element.querySelectorAll('[id]'), ({ id }) => id));
}

/** Gives an element new children, keeping every old one that looks the same: images stay loaded. */
export function morphChildren(element: HTMLElement, children: readonly Node[]): void {
  if (element.childNodes.length === 0) {
    element.append(...children);
    return;
  }
  const next = element.cloneNode(false) as HTMLElement;
  next.append(...children);
  const [before, after] = [idsIn(element), idsIn(next)];
  morphdom(element, next, {
    childrenOnly: true,
    onBeforeElUpdated: keepState,
    // An id that only one side has, as of a heading that is being typed, would part everything behind it
    // from what it was.
    getNodeKey(node) {
      const id = 'id' in node ? String(node.id) : '';
      return before.has(id) && after.has(id) ? id : undefined;
    },
  });
}
