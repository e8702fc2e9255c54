import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultExportTarget,
  guideTarget,
  imageTarget,
  targetConfigProblem,
  targetPathProblem,
} from '#core/export/target-path';

const site = { ...defaultExportTarget, guides: 'src/guides', static: 'src/static' };

describe('where a file goes', () => {
  test.each([
    ['guides/nurse.md', 'src/guides/nurse.md'],
    ['guides/care/nurse.md', 'src/guides/care/nurse.md'],
    ['other/nurse.md', 'src/guides/other/nurse.md'],
  ])('%s goes to %s of a configured target', (path, expected) => {
    expect(guideTarget(path, site, ['guides/**/*.md'])).toBe(expected);
  });

  test('without a configured folder paths stay as they are', () => {
    expect(guideTarget('guides/nurse.md', defaultExportTarget, ['guides/**/*.md'])).toBe(
      'guides/nurse.md',
    );
  });

  test('images keep their place below the static folder', () => {
    expect(imageTarget('static/img/a.png', site, 'static')).toBe('src/static/img/a.png');
    expect(imageTarget('static2/a.png', site, 'static')).toBeUndefined();
  });
});

describe('[T22] [T23] [T25] what is never written or removed', () => {
  test.each([
    '../../.git/hooks/pre-commit',
    '.git/config.md',
    '.GIT/x.md',
    'git~1/x.md',
    'GIT~1/x.md',
    '.git::$INDEX_ALLOCATION/x.md',
    '.g\u200cit/x.md',
    '\u200c.git/x.md',
    'g\u00adit/x.md',
    '.gitattributes',
    '.github/workflows/x.md',
    'guides/../../x.md',
    '/etc/x.md',
    'guides\\..\\x.md',
    'C:/x.md',
    'guides/NUL.md',
    'guides/con .md',
    'guides/com¹.md',
    'guides/a:b.md',
    'guides/x. /y.md',
    'guides./x.md',
    'guides//x.md',
    'guides/x.js',
    'guides/x.md\0.png',
    'guides/a\nb.md',
    'guides/.md',
    '',
  ])('%j', (path) => {
    expect(targetPathProblem(path, 'guide')).toBeDefined();
  });

  test.each(['img/x.exe', 'img/x.html', 'img/.png', 'img/x.md', '.git/x.png'])(
    'image %j',
    (path) => {
      expect(targetPathProblem(path, 'image')).toBeDefined();
    },
  );

  test.each(['guides/nurse.md', 'ガイド/看護師.md', 'a b.md'])('but %j is', (path) => {
    expect(targetPathProblem(path, 'guide')).toBeUndefined();
  });

  test('[P10] whatever a path is made of, it is refused or stays below the target', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '',
      '.git',
      'a',
      'guides',
      '\\',
      ':',
      'x.md',
      '/',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const path = `${pieces.join('/')}/x.md`;
        if (targetPathProblem(path, 'guide')) return;
        const resolved = new URL(path, 'file:///root/').pathname;
        expect(decodeURIComponent(resolved)).toBe(`/root/${path}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('a target whose folders lead elsewhere is refused', () => {
    expect(targetConfigProblem(site)).toBeUndefined();
    expect(targetConfigProblem(defaultExportTarget)).toBeUndefined();
    expect(targetConfigProblem({ ...site, guides: '../x' })).toBeDefined();
    expect(targetConfigProblem({ ...site, static: '.git' })).toBeDefined();
    expect(targetConfigProblem({ ...site, manifest: '../m.json' })).toBeDefined();
    expect(targetConfigProblem({ ...site, manifest: 'package.md' })).toBeDefined();
  });
});
