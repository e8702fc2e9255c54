import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

const broken = '本文は**「重点」**です';
const places = (markdown: string): readonly string[] =>
  lintExample({ markdown }, undefined).map(({ code, from }) => {
    return `${code} ${String(markdown.slice(0, from).split('\n').length)}`;
  });

describe('comments that silence findings', () => {
  it.each([
    [
      'the next line',
      `<!-- shirube-disable-next-line cjk-emphasis -->\n${broken}\n\n${broken}\n`,
      4,
    ],
    [
      'the next line after a blank one',
      `<!-- shirube-disable-next-line -->\n\n${broken}\n\n${broken}\n`,
      5,
    ],
    ['their own line', `${broken}<!-- shirube-disable-line -->\n\n${broken}\n`, 3],
    [
      'everything up to where it ends',
      `<!-- shirube-disable cjk-emphasis -->\n\n${broken}\n\n${broken}\n\n<!-- shirube-enable cjk-emphasis -->\n\n${broken}\n`,
      9,
    ],
    [
      'what they name, whatever reason follows',
      `<!-- shirube-disable-next-line cjk-emphasis -- 引用のまま image-alt -->\n${broken}\n\n${broken}\n`,
      4,
    ],
  ])('[P5] silence %s', (_name, markdown, line) => {
    expect(places(markdown)).toEqual([`cjk-emphasis ${String(line)}`]);
  });

  it('[P5] silence no other check, and nothing in the guide details', () => {
    expect(places(`<!-- shirube-disable-next-line image-alt -->\n${broken}\n`)).toEqual([
      'cjk-emphasis 2',
    ]);
    const details = '---json\n{ "slug": "Nurse X" }\n---\n<!-- shirube-disable -->\n\n# 題\n';
    expect(places(details).some((one) => one.startsWith('schema-pattern'))).toBe(true);
  });

  it('[P5] silence everything to the end of the text where nothing ends them', () => {
    expect(places(`<!-- shirube-disable -->\n\n${broken}\n\n![](a.png)\n`)).toEqual([]);
  });

  it('[P5] mean nothing within code', () => {
    expect(places(`\`<!-- shirube-disable-next-line -->\`\n${broken}\n`)).toEqual([
      'cjk-emphasis 2',
    ]);
  });

  it('[T32] are read in one pass, also where none of them ends', { timeout: 20_000 }, () => {
    const text = '<!-- shirube-disable '.repeat(5_000);
    expect(lintExample({ markdown: `<div>\n${text}\n</div>\n` }, undefined).length).toBeGreaterThan(
      0,
    );
  });
});
