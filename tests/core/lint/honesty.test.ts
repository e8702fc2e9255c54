import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpeningTags } from '#core/lint/opening-tags';
import { anchorMissing } from '#core/lint/rules/anchor-missing';
import { bareUrlJapanese } from '#core/lint/rules/bare-url-japanese';
import { rawHtml } from '#core/lint/rules/raw-html';
import { singleTilde } from '#core/lint/rules/single-tilde';
import { lintExample } from './lint-example.ts';

const honest = [anchorMissing, bareUrlJapanese, rawHtml, singleTilde];

function marksOf(
  markdown: string,
  settings: Parameters<typeof lintExample>[2] = {},
): readonly string[] {
  return lintExample({ markdown }, honest, settings).map(({ code, from, to }) => {
    return `${code}: ${markdown.slice(from, to)}`;
  });
}

describe('findings where the page differs from what was written', () => {
  const folder = resolve(import.meta.dirname, '../../../content/guides');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
    '[P4] say nothing of the sample guide %s, which has nothing of the kind',
    (name) => {
      expect(marksOf(readFileSync(resolve(folder, name), 'utf8'))).toEqual([]);
    },
  );

  it('[P4] name an HTML tag that the site drops, and only a refused one where the site shows HTML', () => {
    const text =
      '急変<br>時は<ruby>看護<rt>かんご</rt></ruby><script>alert(1)</script>すぐに\n\n<!-- メモ -->\n';
    expect(marksOf(text)).toEqual([
      'raw-html: <br>',
      'raw-html: <ruby>',
      'raw-html: <rt>',
      'raw-html: <script>',
    ]);
    expect(marksOf(text, { html: 'sanitise' })).toEqual(['raw-html: <script>']);
  });

  it('[P4] tell that HTML at the start of a paragraph takes its text along', () => {
    const [block] = lintExample({ markdown: '<p>夜勤の注意</p>\n' }, [rawHtml]);
    const [tag] = lintExample({ markdown: '夜勤<br>注意\n' }, [rawHtml]);
    expect(block?.message.en).toContain('with the text in it');
    expect(tag?.message.en).not.toContain('with the text in it');
  });

  it('[P4] mark a bare address up to where the page ends its link, without guessing inside a path', () => {
    const text = 'https://ja.example.com/wiki/看護師を参照してください。\n';
    const [found] = lintExample({ markdown: text }, [bareUrlJapanese]);
    expect(found?.message.en).toContain('看護師を参照してください。');
    expect(found?.fixes).toBeUndefined();
    expect(marksOf('`https://example.com/を見る` と\n')).toEqual([]);
  });

  it('[P4] mark one tilde as a range between words only, and an anchor by the ids of the page', () => {
    expect(marksOf('~旧名~ と ~~旧料金~~ と 10~20\n')).toEqual([]);
    const anchors =
      '[a](#仕事-1)[b](#%E4%BB%95%E4%BA%8B)[c][ない]\n\n# 仕事\n\n# 仕事\n\n[ない]: #ない\n';
    expect(marksOf(anchors)).toEqual(['anchor-missing: #ない']);
  });
});

describe('readOpeningTags', () => {
  it('[P4] finds opening tags only, wherever “>” stands in attributes and comments', () => {
    const html = '<!-- <b> --><IMG alt="a>b"><br/></p><custom-tag\nx=1>';
    expect(readOpeningTags(html).map(({ name }) => name)).toEqual(['img', 'br', 'custom-tag']);
  });
});
