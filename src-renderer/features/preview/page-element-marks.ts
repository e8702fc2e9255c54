import type { PageMark } from './page-marks.ts';

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Whether an element leads to an address, whatever query or anchor follows it. */
function leadsTo(element: HTMLElement, address: string): boolean {
  const href = decode(element.getAttribute('href') ?? '');
  return href === address || href.startsWith(`${address}?`) || href.startsWith(`${address}#`);
}

/**
 * The links to an address in a block, or the images from it. Where the block has none, the address
 * stands in a definition, and its links can be anywhere on the page.
 */
export function findAddressed(
  root: HTMLElement,
  block: HTMLElement,
  address: string | undefined,
): readonly HTMLElement[] {
  if (address === undefined) return [];
  const wanted = decode(address);
  const file = wanted.slice(wanted.lastIndexOf('/') + 1);
  const search = (within: HTMLElement): HTMLElement[] => [
    ...[...within.querySelectorAll<HTMLElement>('a[href]')].filter((one) => leadsTo(one, wanted)),
    ...[...within.querySelectorAll<HTMLElement>('.picture')].filter(
      ({ dataset }) => decode(dataset.file ?? '') === file,
    ),
  ];
  const inBlock = search(block);
  return inBlock.length > 0 ? inBlock : search(root);
}

function take(element: HTMLElement): void {
  const own = element.dataset.ownTitle;
  delete element.dataset.finding;
  delete element.dataset.ownTitle;
  element.removeAttribute('aria-description');
  if (own === undefined) element.removeAttribute('title');
  else element.title = own;
}

function give(element: HTMLElement, severity: string, message: string): void {
  const { title } = element;
  if (title !== '') element.dataset.ownTitle = title;
  element.dataset.finding = severity;
  element.setAttribute('aria-description', message);
  element.title = message;
}

/** Marks these links and images with their findings, and takes the marks off all others. */
export function putFindings(
  root: HTMLElement,
  wanted: ReadonlyMap<HTMLElement, Pick<PageMark, 'severity' | 'message'>>,
): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-finding]')) {
    if (!wanted.has(element)) take(element);
  }
  for (const [element, { severity, message }] of wanted) {
    const isSame =
      element.dataset.finding === severity && element.getAttribute('aria-description') === message;
    if (isSame) continue;
    if (element.dataset.finding !== undefined) take(element);
    give(element, severity, message);
  }
}

/** Gives a new version of an element the finding of the old one, until findings are put on again. */
export function keepFinding(from: HTMLElement, to: HTMLElement): void {
  const { finding } = from.dataset;
  if (finding !== undefined) give(to, finding, from.getAttribute('aria-description') ?? '');
}
