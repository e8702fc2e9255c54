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

/** From this many sections on, those out of sight are not laid out. */
const longPage = 80;

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

  const reorder = ({ at, remove, insert }: PagePatch['order'], fresh: boolean): void => {
    const from = fresh ? 0 : at;
    const gone = sections.slice(from, fresh ? sections.length : at + remove);
    const before = fresh ? undefined : sections[at + remove]?.element;
    const byKey = new Map(fresh ? [] : gone.map((section) => [section.key, section]));
    const added = insert.map(({ key, lines }) => byKey.get(key) ?? createSection(key, lines));
    const stay = new Set(added);
    for (const section of gone) if (!stay.has(section)) section.element.remove();
    for (const { element } of added) body.insertBefore(element, before ?? null);
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
    body.toggleAttribute('data-long', sections.length > longPage);
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
