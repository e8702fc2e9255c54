import { describe, expect, it } from 'vitest';
import { linkSource } from '#core/markdown/link-source';

describe('the source of a link', () => {
  const text = '前 /a\n\n文 [x](/a/b) と\n[y](/a) と [z](#無い)\n\n[後](/c)\n';
  const from = text.indexOf('文');

  it('is its very address within the paragraph', () => {
    expect(linkSource(text, from, '/a')).toBe(text.indexOf('/a) と'));
    expect(linkSource(text, from, '#%E7%84%A1%E3%81%84')).toBe(text.indexOf('#無い'));
  });

  it('is unknown where the address stands elsewhere or nowhere', () => {
    expect(linkSource(text, from, '/c')).toBeUndefined();
    expect(linkSource(text, from, '%')).toBeUndefined();
    expect(linkSource(text, from, '')).toBeUndefined();
  });
});
