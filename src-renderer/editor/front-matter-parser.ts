import { jsonLanguage } from '@codemirror/lang-json';
import { parseMixed } from '@lezer/common';
import { tags } from '@lezer/highlight';
import type { MarkdownConfig } from '@lezer/markdown';

/**
 * The guide details at the top of a guide, for the editor's colours only: one block from `---json`
 * to `---`, its inside read as JSON. Without it, Markdown takes the fences for rules and headings.
 */
export const frontMatterParser: MarkdownConfig = {
  defineNodes: [
    { name: 'GuideDetails', block: true },
    { name: 'GuideDetailsMark', style: tags.processingInstruction },
    { name: 'GuideDetailsJson' },
  ],
  parseBlock: [
    {
      name: 'GuideDetails',
      before: 'HorizontalRule',
      parse(cx, line) {
        if (cx.lineStart !== 0 || !/^---json\s*$/.test(line.text)) return false;
        const marks = [cx.elt('GuideDetailsMark', 0, line.text.length)];
        const jsonFrom = line.text.length + 1;
        while (cx.nextLine()) {
          if (line.text !== '---') continue;
          const from = cx.lineStart;
          if (from - 1 > jsonFrom) marks.push(cx.elt('GuideDetailsJson', jsonFrom, from - 1));
          marks.push(cx.elt('GuideDetailsMark', from, from + 3));
          cx.nextLine();
          break;
        }
        const to = marks.at(-1)!.to;
        cx.addElement(cx.elt('GuideDetails', 0, to, marks));
        return true;
      },
    },
  ],
  wrap: parseMixed((node) =>
    node.name === 'GuideDetailsJson' ? { parser: jsonLanguage.parser } : null,
  ),
};
