import { defaultSchema } from 'rehype-sanitize';
import { idPrefix } from './site-schema.ts';

/** Elements that a page template may build; everything that could act, load or be filled in is missing. */
const tagNames =
  'a abbr address article aside b bdi bdo blockquote br cite code dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr ul var wbr caption'.split(
    ' ',
  );

/** Elements that go with all that they hold: their text is not meant to be read. */
const strip =
  'script style title template noscript iframe object embed svg math select textarea button audio video canvas head'.split(
    ' ',
  );

/**
 * The sanitiser's schema for what a page template prints: any class, ids with the prefix that all ids
 * of the page have (case T12), no `style`, no `data-*`, no event, links by http, https and mailto.
 */
export const templateSchema: typeof defaultSchema = {
  tagNames,
  ancestors: defaultSchema.ancestors ?? {},
  attributes: {
    a: ['href'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
    '*': [
      'ariaCurrent',
      'ariaHidden',
      'ariaLabel',
      'ariaLabelledBy',
      'className',
      'dir',
      'id',
      'lang',
      'title',
    ],
  },
  clobber: ['ariaLabelledBy', 'id'],
  clobberPrefix: idPrefix,
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: {},
  strip,
};
