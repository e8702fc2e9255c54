import { siteSchema } from './site-schema.ts';

/** What authors write as raw HTML and what cannot do harm; nothing here loads, runs or covers anything. */
const tagNames = [
  // Words.
  ...'abbr b bdi bdo cite dfn i ins kbd mark q rp rt ruby s samp small span sub time u var wbr'.split(
    ' ',
  ),
  // Blocks.
  ...'address article aside caption center col colgroup dd details dl dt figcaption figure footer'.split(
    ' ',
  ),
  ...'header hgroup main nav summary tfoot'.split(' '),
];

const align = ['align', 'left', 'center', 'right'] as [string, ...string[]];
const size = /^\d{1,4}%?$/;
const count = /^\d{1,3}$/;
const cell = [
  ...(siteSchema.attributes?.td ?? []),
  ['colSpan', count] as [string, RegExp],
  ['rowSpan', count] as [string, RegExp],
];

const aligned = Object.fromEntries(
  'caption div h1 h3 h4 h5 h6 p table tr'.split(' ').map((name) => [name, [align]]),
);

/**
 * Elements that go with all they hold. Besides those whose content is no text of the page, these are
 * elements inside of which HTML's rules of nesting differ: without them around, what they hold would be
 * read another way when it is parsed again (case T03).
 */
const strip =
  'applet audio button canvas frameset head iframe marquee math noembed noframes noscript object option plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  );

/** The page's schema widened to the raw HTML of authors; class names, styles and handlers stay out. */
export const rawHtmlSchema: typeof siteSchema = {
  ...siteSchema,
  tagNames: [...(siteSchema.tagNames ?? []), ...tagNames],
  ancestors: {
    ...siteSchema.ancestors,
    ...Object.fromEntries('caption col colgroup'.split(' ').map((name) => [name, ['table']])),
  },
  attributes: {
    ...siteSchema.attributes,
    ...aligned,
    bdo: [['dir', 'ltr', 'rtl']],
    col: [['span', count]],
    colgroup: [['span', count]],
    details: ['open'],
    h2: [...(siteSchema.attributes?.h2 ?? []), align],
    img: [...(siteSchema.attributes?.img ?? []), ['width', size], ['height', size]],
    ol: [...(siteSchema.attributes?.ol ?? []), 'reversed'],
    td: cell,
    th: [...cell, ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
    '*': [...(siteSchema.attributes?.['*'] ?? []), 'lang'],
  },
  strip,
};
