import { syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Colours of the manuscript by class, so that they come from the tokens of the style sheet alone. */
export const highlighting = syntaxHighlighting(
  tagHighlighter([
    { tag: tags.heading, class: 'tok-heading' },
    { tag: tags.strong, class: 'tok-strong' },
    { tag: tags.emphasis, class: 'tok-emphasis' },
    { tag: tags.strikethrough, class: 'tok-strike' },
    { tag: [tags.link, tags.url], class: 'tok-link' },
    { tag: tags.monospace, class: 'tok-code' },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], class: 'tok-mark' },
    { tag: tags.propertyName, class: 'tok-key' },
    { tag: tags.string, class: 'tok-string' },
    { tag: [tags.number, tags.bool, tags.null], class: 'tok-number' },
    { tag: tags.quote, class: 'tok-quote' },
  ]),
);
