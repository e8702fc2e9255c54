import { defaultSchema } from 'rehype-sanitize';

type Schema = typeof defaultSchema;

/** What remark-rehype makes of Markdown without raw HTML; nothing else reaches the page. */
const tagNames =
  'a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(
    ' ',
  );

/**
 * The sanitiser's schema for a page: known elements, links by http, https and mailto, and class
 * names from a list. Ids come from headings and footnotes only and carry their prefix already,
 * so it adds none (case T12).
 */
export const siteSchema: Schema = {
  tagNames,
  ancestors: defaultSchema.ancestors ?? {},
  attributes: {
    a: [
      'href',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-[\w+#.-]{1,32}$/]],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align'],
    th: ['align'],
    ul: [['className', 'contains-task-list']],
    '*': ['id', 'title'],
  },
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script'],
};

/** In front of every id of the page, so that none can shadow a name of the browser's (case T12). */
export const idPrefix = 'user-content-';
