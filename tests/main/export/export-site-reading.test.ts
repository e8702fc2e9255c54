import { expect, it } from 'vitest';
import { siteReadingProblem } from '../../../src-main/services/export-site-reading.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('[P4] a guide that its site reads as we do has no problem, with BOM and CRLF too', () => {
  expect(
    siteReadingProblem(bytes('---json\n{"slug": "a", "n": [1, {"b": null}]}\n---\n# 題')),
  ).toBe(undefined);
  expect(siteReadingProblem(bytes('\uFEFF---json\r\n{"slug": "a"}\r\n---\r\n# 題'))).toBe(
    undefined,
  );
});

it('[P4] [F50] a guide that its site reads otherwise, or not at all, is told of', () => {
  for (const text of ['---json\n{"a": 1,}\n---\n', '---yaml\na: 1\n---\n', '# 題\n']) {
    expect(siteReadingProblem(bytes(text))?.ja).toMatch(/サイト/);
  }
});
