import type { Root, RootContent } from 'hast';
import { notesKey, type PagePatch, type SectionPatch } from '#core/markdown/page-patch';

/** The page that a row of patches describes, kept as a viewer would keep it. */
export interface ComposedPage {
  apply(patch: PagePatch): void;
  /** The whole page as one tree, with lines from the start of the body. */
  root(): Root;
}

function moveLines(node: RootContent, lines: number): RootContent {
  if (node.type !== 'element') return node;
  const { dataLine } = node.properties;
  return {
    ...node,
    properties:
      typeof dataLine === 'number'
        ? { ...node.properties, dataLine: dataLine + lines }
        : node.properties,
    children: node.children.map((child) => moveLines(child, lines) as typeof child),
  };
}

export function createComposedPage(): ComposedPage {
  let keys: number[] = [];
  const lines = new Map<number, number>();
  const sections = new Map<number, SectionPatch>();
  return {
    apply(patch) {
      const { at, remove, insert } = patch.order;
      keys = keys.toSpliced(at, remove, ...insert.map(({ key }) => key));
      for (const entry of insert) lines.set(entry.key, entry.lines);
      for (const section of patch.sections) {
        sections.set(section.key, section);
        lines.set(section.key, section.lines);
      }
    },
    root() {
      let line = 0;
      const children: RootContent[] = [];
      for (const key of keys) {
        const section = sections.get(key);
        if (!section) throw new Error(`section ${key} is in the order but was never sent`);
        const { hast } = section;
        children.push(...hast.children.map((node) => moveLines(node, key === notesKey ? 0 : line)));
        line += lines.get(key) ?? 0;
      }
      return { type: 'root', children };
    },
  };
}
