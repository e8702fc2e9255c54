import { fullFormats } from 'ajv-formats/dist/formats.js';

/** A way of writing texts that a schema can ask for. */
export interface TextShape {
  readonly id: 'date' | 'date-time' | 'uri' | 'email' | 'image' | 'site-path' | 'snake' | 'kebab';
  /** What the schema says of a text of this shape. */
  readonly keywords: { readonly format: string } | { readonly pattern: string };
  /** Whether a text fits those keywords, as ajv decides it. */
  fits(text: string): boolean;
  /** Whether a text that fits has this shape by more than chance: `nurse` is written like everything. */
  tells(text: string): boolean;
}

const imagePath = /^\/[^\s?#]*\.(?:png|jpe?g|webp|gif|svg|avif)$/i;
const always = (): boolean => true;

/** The check that ajv makes of a format, so that what is proposed holds for the guides it was read from. */
function format(name: 'date' | 'date-time' | 'uri' | 'email'): (text: string) => boolean {
  const check = fullFormats[name];
  return (text) => {
    const by = typeof check === 'object' && 'validate' in check ? check.validate : check;
    if (by instanceof RegExp) return by.test(text);
    return typeof by === 'function' && by(text as never) === true;
  };
}

function byPattern(
  id: TextShape['id'],
  pattern: string,
  tells: (text: string) => boolean,
): TextShape {
  const expression = new RegExp(pattern, 'u');
  return { id, keywords: { pattern }, fits: (text) => expression.test(text), tells };
}

function byFormat(
  name: 'date' | 'date-time' | 'uri' | 'email',
  tells: (text: string) => boolean = always,
): TextShape {
  return { id: name, keywords: { format: name }, fits: format(name), tells };
}

/** Every shape that is looked for, the most telling first. */
export const textShapes: readonly TextShape[] = [
  byFormat('date'),
  byFormat('date-time'),
  byFormat('email'),
  // Anything before a colon is a scheme; only addresses of pages tell that the field holds addresses.
  byFormat('uri', (text) => /^https?:\/\//i.test(text)),
  byPattern('image', '^/', (text) => imagePath.test(text)),
  byPattern('site-path', '^/', always),
  // Without a letter and a separator, a version or a single word would do.
  byPattern(
    'snake',
    '^[a-z0-9]+(_[a-z0-9]+)*$',
    (text) => /[a-z]/.test(text) && text.includes('_'),
  ),
  byPattern(
    'kebab',
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    (text) => /[a-z]/.test(text) && text.includes('-'),
  ),
];
