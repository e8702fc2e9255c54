import { siteSchema } from '../site-schema.ts';

/**
 * The sanitiser's schema for HTML from the clipboard: that of a page, and stricter. No ids, titles or
 * classes but the language of code; `div` only to tell paragraphs apart.
 */
export const pasteSchema: typeof siteSchema = {
  ...siteSchema,
  tagNames: [
    ...(siteSchema.tagNames ?? []).filter((name) => name !== 'section' && name !== 'sup'),
    'div',
  ],
  attributes: {
    a: ['href'],
    code: [['className', /^language-[\w+#.-]{1,32}$/]],
    img: ['src', 'alt'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
};
