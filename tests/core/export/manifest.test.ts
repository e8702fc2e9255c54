import { describe, expect, test } from 'vitest';
import {
  createManifest,
  type ManifestEntry,
  parseManifest,
  stringifyManifest,
} from '#core/export/manifest';
import { hash } from './plan-fixtures.ts';

const entry = (source: string): ManifestEntry => ({ sha256: hash(source), source, kind: 'guide' });

describe('the manifest', () => {
  test('reads back what it wrote, and gives the same bytes in any order of files', () => {
    const files: [string, ManifestEntry][] = [
      ['guides/b.md', entry('b.md')],
      ['guides/a.md', entry('a.md')],
    ];
    const text = stringifyManifest(createManifest(new Map(files)));
    expect(stringifyManifest(createManifest(new Map(files.toReversed())))).toBe(text);
    expect(parseManifest(text)?.files).toEqual(new Map(files));
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      generator: 'shirube',
      files: { 'guides/a.md': { sha256: hash('a.md'), source: 'a.md', kind: 'guide' } },
    });
  });

  test('of no files reads back too', () => {
    expect(parseManifest(stringifyManifest(createManifest(new Map())))?.files.size).toBe(0);
  });

  test.each([
    ['damaged JSON', '{"version":1,"files":{'],
    ['another version', '{"version":2,"files":{}}'],
    ['no files', '{"version":1}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a path into .git', withPath('.git/config.md')],
    ['a path out of the target', withPath('../x.md')],
    ['a program', withPath('deploy.sh')],
    ['a prototype key', withPath('__proto__')],
    [
      'a hash that is none',
      '{"version":1,"files":{"a.md":{"sha256":"x","source":"a","kind":"guide"}}}',
    ],
  ])('[E13] with %s nothing counts as ours', (_title, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});

function withPath(path: string): string {
  const value = JSON.stringify({ sha256: hash('x'), source: 'x.md', kind: 'guide' });
  return `{"version":1,"files":{${JSON.stringify(path)}:${value}}}`;
}
