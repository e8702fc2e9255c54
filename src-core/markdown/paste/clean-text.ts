// Marks without width that turn text around or hide in it; the joiners of emoji stay.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

// Between two of these a line end of the source is no blank (CSS Text 4, segment break transformation).
const wide = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\u3000-\\u303f\\uff01-\\uff60]';
const brokenLine = new RegExp(`(?<=${wide})[ \\t]*\\r?\\n[ \\t]*(?=${wide})`, 'gu');

/** Text of the clipboard without what cannot be seen; Word's line ends inside Japanese text leave no blank. */
export function cleanText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(control, '')
    .replace(/\u00a0/g, ' ')
    .replace(brokenLine, '');
}
