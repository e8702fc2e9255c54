import { describe, expect, it } from 'vitest';
import { noteSource } from '#core/markdown/note-source';

describe('the source of a footnote', () => {
  const body = [
    '本文[^1] 続き[^注]',
    '',
    '```md',
    '[^1]: 例であって脚注ではない',
    '~~~',
    '```',
    '``` [^1]: `これも地の文',
    '',
    '> [^1]: 引用の中の脚注',
    '',
    '[^1]: 二つ目は使われない',
    '',
    '[^注]: 日本語',
    '[^A\\]b]: 記号',
  ].join('\n');

  it.each([
    ['1', '[^1]: 引用の中'],
    ['%E6%B3%A8', '[^注]: '],
    ['a%5C%5Db', '[^A\\]b]'],
  ])('%s is its first definition outside of code', (id, start) => {
    expect(body.slice(noteSource(body, id)).startsWith(start)).toBe(true);
  });

  it('is unknown where there is no definition', () => {
    expect(noteSource(body, '2')).toBeUndefined();
  });
});
