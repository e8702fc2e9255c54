import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFileName, fileKey, pathParts } from '../../../src-core/catalog/file-name.ts';

describe('names for files', () => {
  it.each(['nurse', '看護師', 'Nurse 2', 'a.b', '一覧（旧）', 'コン', 'console', 'com10'])(
    '%j can be one',
    (stem) => expect(checkFileName(stem, '.md')).toBeUndefined(),
  );

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['a/b', 'separator'],
    ['a\\b', 'separator'],
    ['a:b', 'character'],
    ['a\u202eb', 'character'],
    ['a\nb', 'character'],
    ['\ud83c', 'character'],
    ['.git', 'edge'],
    ['a.', 'edge'],
    ['a ', 'edge'],
    ['CON', 'reserved'],
    ['nul.txt', 'reserved'],
    ['LPT¹', 'reserved'],
    ['長'.repeat(85), 'long'],
  ])('[T25][F24] %j cannot: %s', (stem, problem) => {
    expect(checkFileName(stem, '.md')).toBe(problem);
  });

  it('[F22] are one where only case or the encoding of kana marks differs', () => {
    expect(fileKey('guides/か\u3099.md')).toBe(fileKey('guides/が.md'));
    expect(fileKey('guides/Nurse.md')).toBe(fileKey('guides/nurse.md'));
    expect(fileKey('guides/nurse.md')).not.toBe(fileKey('guides/nurses.md'));
  });

  it('a path is its folder, name and ending, whatever they are', () => {
    expect(pathParts('a/b.c/d.e.md')).toEqual({ folder: 'a/b.c/', stem: 'd.e', ending: '.md' });
    expect(pathParts('.md')).toEqual({ folder: '', stem: '.md', ending: '' });
    fc.assert(
      fc.property(fc.string(), (path) => {
        const { folder, stem, ending } = pathParts(path);
        return folder + stem + ending === path;
      }),
    );
  });
});
