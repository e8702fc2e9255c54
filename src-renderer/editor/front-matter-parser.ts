import { jsonLanguage } from '@codemirror/lang-json';
import { tags } from '@lezer/highlight';
import type { MarkdownConfig } from '@lezer/markdown';
import { maxBlockBytes } from '#core/document/json-limits';
import { isClosing, readOpening } from './head-field.ts';

/**
 * The guide details at the top of a guide, for the editor's colours only: one block between its fences,
 * its inside read as JSON where it is JSON. Without it, Markdown takes the fences for rules and headings.
 * The JSON is parsed together with its block, so that keys in the body cost nothing for it.
 */
export const frontMatterParser: MarkdownConfig = {
  defineNodes: [
    { name: 'GuideDetails', block: true },
    { name: 'GuideDetailsMark', style: tags.processingInstruction },
  ],
  parseBlock: [
    {
      name: 'GuideDetails',
      before: 'HorizontalRule',
      parse(cx, line) {
        if (cx.lineStart !== 0) return false;
        const opening = readOpening(line.text);
        if (!opening) return false;
        // Markdown that begins with a thematic break; a block of names is closed, or about to be.
        if (opening.language === '' && !/^[\w"']/.test(cx.peekLine())) return false;
        const marks = [cx.elt('GuideDetailsMark', 0, line.text.length)];
        const from = line.text.length + 1;
        let to = line.text.length;
        const lines: string[] = [];
        let closed = false;
        while (cx.nextLine()) {
          closed = isClosing(line.text, opening.fence);
          if (closed) break;
          to = cx.lineStart + line.text.length;
          lines.push(line.text);
        }
        // Longer ones are not read by anything else either.
        const isJson = opening.language.toLowerCase() === 'json';
        if (isJson && to > from && to - from <= maxBlockBytes) {
          marks.push(cx.elt(jsonLanguage.parser.parse(lines.join('\n')), from));
        }
        if (closed) {
          to = cx.lineStart + line.text.length;
          marks.push(cx.elt('GuideDetailsMark', cx.lineStart, to));
          cx.nextLine();
        }
        cx.addElement(cx.elt('GuideDetails', 0, to, marks));
        return true;
      },
    },
  ],
};
