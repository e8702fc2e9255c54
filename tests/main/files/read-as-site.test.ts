import { describe, expect, it } from 'vitest';
import { readAsSite } from '../../../src-main/files/read-as-site.ts';

const marker = 'globalThis.__pwn = true';

describe('reading a guide as the site does', () => {
  it('gives the details and the body of a guide', () => {
    expect(readAsSite('---json\n{"slug": "a"}\n---\n# 題\n')).toEqual({
      ok: true,
      data: { slug: 'a' },
      body: '# 題\n',
    });
  });

  it.each([
    ...['js', 'javascript', 'JavaScript', 'JS', 'coffee', 'cson', 'constructor', 'toString'],
    ...['valueOf', '__proto__', 'json5', 'yaml', 'toml', ''],
  ])('[T26] never evaluates a block that says it is "%s"', (language) => {
    const text = `---${language}\n${marker}; ({ slug: 'a' })\n---\n# 題\n`;
    expect(readAsSite(text).ok).toBe(false);
    expect(Object.hasOwn(globalThis, '__pwn')).toBe(false);
  });

  it('[T27] never evaluates a body that looks like such a block', () => {
    const text = `---json\n{}\n---\n---js\n${marker}\n---\n`;
    expect(readAsSite(text)).toMatchObject({ ok: true, data: {} });
    expect(Object.hasOwn(globalThis, '__pwn')).toBe(false);
  });

  it('[T28] says the same of the same broken text twice', () => {
    const broken = '---json\n{"slug": }\n---\n# 題\n';
    expect(readAsSite(broken).ok).toBe(false);
    expect(readAsSite(broken)).toEqual(readAsSite(broken));
  });
});
