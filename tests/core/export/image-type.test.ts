import { describe, expect, test } from 'vitest';
import { imageTypeOf, isInertSvg, isTypeOfName } from '#core/export/image-type';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;

describe('[T36] an image is what its bytes say', () => {
  test.each([
    ['a.png', '\x89PNG\r\n\x1a\n....'],
    ['a.JPG', '\xff\xd8\xff\xe0'],
    ['a.gif', 'GIF89a'],
    ['a.webp', 'RIFF....WEBPVP8 '],
    ['a.avif', '....ftypavif'],
    ['a.svg', '\xef\xbb\xbf<?xml version="1.0"?>\n<svg xmlns="x"/>'],
  ])('%s', (name, text) => {
    expect(isTypeOfName(name, bytes(text))).toBe(true);
  });

  test.each([
    ['a.png', '<html><script>alert(1)</script>'],
    ['a.png', 'GIF89a'],
    ['a.svg', '<html><svg></svg></html>'],
    ['a.txt', '\x89PNG\r\n\x1a\n'],
    ['constructor', '\x89PNG\r\n\x1a\n'],
    ['a.png', ''],
  ])('%s with %j is refused', (name, text) => {
    expect(isTypeOfName(name, bytes(text))).toBe(false);
  });

  test('bytes of no kind have no type', () => {
    expect(imageTypeOf(bytes('MZ'))).toBeUndefined();
  });
});

describe('[T35] an SVG is exported only as a picture', () => {
  test.each([
    svg('<path d="M0 0"/><use href="#a"/>'),
    svg('<image href="data:image/png;base64,AAAA"/>'),
    svg('<rect fill="url(#g)"/>'),
  ])('%s is a picture', (text) => {
    expect(isInertSvg(text)).toBe(true);
  });

  test.each([
    svg('<script>alert(1)</script>'),
    svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'),
    svg('<rect\nonload = "x()"/>'),
    svg('<foreignObject><p/></foreignObject>'),
    svg('<use href="data:image/svg+xml;base64,AAAA"/>'),
    svg('<a xlink:href="javascript:alert(1)"/>'),
    svg("<image href = 'https://tracker/x.png'/>"),
    svg('<a href="jav&#x61;script:1"/>'),
    svg('<animate attributeName="href" to="x"/>'),
    svg('<style>@import "x"</style>'),
    svg('<rect fill="url(https://tracker)"/>'),
    `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`,
    `<?xml version="1.0" encoding="utf-7"?>${svg('')}`,
    `<?xml-stylesheet href="x.css"?>${svg('')}`,
  ])('%s is not', (text) => {
    expect(isInertSvg(text)).toBe(false);
  });

  test('[T32] a long run of blanks costs time in proportion', () => {
    expect(isInertSvg(svg(`<a href=${' '.repeat(200_000)}"#a"/>`))).toBe(true);
  });
});
