import type { PagePatch, SectionPatch } from '#core/markdown/page-patch';
import type { RenderProblem } from '#core/markdown/renderer';
import { createNodes, type DomContext } from './hast-to-dom.ts';
import { morphChildren } from './morph-children.ts';

/** A block of the page and the line of its source, from the start of its section. */
export interface Block {
  readonly line: number;
  readonly element: HTMLElement;
}

/** A section of the body as it stands on the page. */
export interface PageSection {
  readonly key: number;
  readonly element: HTMLElement;
  /** Line ends in its source. */
  lines: number;
  /** Its blocks in order, found when first asked for. */
  blocks: readonly Block[] | undefined;
}

/** The body of the page: its sections in order, kept up to date by patches. */
export interface PageSections {
  /** Changes only what a patch names; everything else keeps its elements. */
  apply(patch: PagePatch, fresh: boolean): void;
  readonly sections: readonly PageSection[];
  blocksOf(section: PageSection): readonly Block[];
}

/**
 * Sections that are laid out or left out together. The browser looks at each such group in every frame,
 * also in those of the manuscript's keys, so a group of each section would be too many.
 */
const stackSize = 32;

/** The sections of the page inside `body`; `describe` gives the words for what cannot be shown. */
export function createPageSections(
  body: HTMLElement,
  context: DomContext,
  describe: (problem: RenderProblem) => string,
): PageSections {
  const { document } = context;
  let sections: PageSection[] = [];

  const createSection = (key: number, lines: number): PageSection => {
    const element = document.createElement('section');
    element.className = 'run';
    return { key, element, lines, blocks: undefined };
  };

  const notice = (problem: RenderProblem): HTMLElement => {
    const paragraph = document.createElement('p');
    paragraph.className = 'page-notice';
    paragraph.textContent = describe(problem);
    return paragraph;
  };

  const fill = (section: PageSection, patch: SectionPatch): void => {
    const nodes = patch.problem
      ? [notice(patch.problem)]
      : createNodes(patch.hast.children, context);
    section.lines = patch.lines;
    section.blocks = undefined;
    morphChildren(section.element, nodes);
  };

  const createStack = (before: Element | null): Element => {
    const stack = document.createElement('div');
    stack.className = 'stack';
    return body.insertBefore(stack, before);
  };

  const takeOut = (element: HTMLElement): void => {
    const stack = element.parentElement;
    element.remove();
    if (stack?.childElementCount === 0) stack.remove();
  };

  /** Puts a section before another, at the end without one; a stack that has become too high is cut in two. */
  const putBefore = (element: HTMLElement, before: HTMLElement | undefined): void => {
    const from = element.parentElement;
    const last = body.querySelector(':scope > .stack:last-of-type');
    if (before) before.before(element);
    else if (last && last.childElementCount < stackSize) last.append(element);
    else createStack(last?.nextElementSibling ?? null).append(element);
    if (from?.childElementCount === 0) from.remove();
    const stack = element.parentElement;
    if (stack && stack.childElementCount > 2 * stackSize) {
      const second = createStack(stack.nextElementSibling);
      second.append(...[...stack.children].slice(stackSize));
    }
  };

  const reorder = ({ at, remove, insert }: PagePatch['order'], fresh: boolean): void => {
    const from = fresh ? 0 : at;
    const gone = sections.slice(from, fresh ? sections.length : at + remove);
    const before = fresh ? undefined : sections[at + remove]?.element;
    const byKey = new Map(fresh ? [] : gone.map((section) => [section.key, section]));
    const added = insert.map(({ key, lines }) => byKey.get(key) ?? createSection(key, lines));
    const stay = new Set(added);
    for (const section of gone) if (!stay.has(section)) takeOut(section.element);
    for (const { element } of added) putBefore(element, before);
    sections = sections.toSpliced(from, gone.length, ...added);
  };

  const place = (patch: PagePatch, fresh: boolean): void => {
    const { at, remove, insert } = patch.order;
    if (fresh || remove > 0 || insert.length > 0) reorder({ at, remove, insert }, fresh);
    const byKey = new Map(sections.map((section) => [section.key, section]));
    for (const one of patch.sections) {
      const section = byKey.get(one.key);
      if (section) fill(section, one);
    }
    body.toggleAttribute('data-long', sections.length > stackSize);
  };

  return {
    apply(patch, fresh) {
      place(patch, fresh);
      body.querySelector(':scope > .page-notice')?.remove();
      if (patch.problem) body.append(notice(patch.problem));
    },
    get sections() {
      return sections;
    },
    blocksOf(section) {
      section.blocks ??= Array.from(
        section.element.querySelectorAll<HTMLElement>('[data-line]'),
        (element) => ({ line: Number(element.dataset.line), element }),
      );
      return section.blocks;
    },
  };
}
