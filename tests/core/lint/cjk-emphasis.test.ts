import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { parseMarkdown } from '#core/markdown/parse';
import { cjkEmphasis } from '#core/lint/rules/cjk-emphasis';
import { lintExample } from './lint-example.ts';

const check = (markdown: string) => lintExample({ markdown }, [cjkEmphasis]);
const marks = (text: string): readonly string[] =>
  check(text).map(({ from, to }) => text.slice(from, to));

describe('emphasis next to Japanese punctuation', () => {
  it.each([
    ['**「重点」**の話', ['**「重点」**の']],
    ['これは**「重点」**です', ['は**「重点」**で']],
    ['これは**「重点」** です', ['は**「重点」**']],
    ['**必要な力（基礎）**に', ['**必要な力（基礎）**に']],
    ['**「甲」**と**「乙」**の', ['**「甲」**と', 'と**「乙」**の']],
    ['*「重点」*の', ['*「重点」*の']],
    ['~~「重点」~~の', ['~~「重点」~~の']],
    ['*   **「重点」**の', ['**「重点」**の']],
    ['| a |\n| - |\n| **「重点」**の |', ['**「重点」**の']],
    ['> **「重点」**の', ['**「重点」**の']],
  ])('[P5] is found in “%s”, one finding a pair', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it.each([
    '**重点**の話',
    '「**重点**」の話',
    '**重点**、次に',
    '*   **詳細:** 手順',
    '**連携内容と目的:**\n何を受け渡すか',
    '`**「重点」**の`',
    '```\n**「重点」**の\n```',
    '2 * 3 * 4',
    '**「重点」** の',
    'snake_case_name（注）の',
  ])('[P5] is not found in “%s”', (text) => {
    expect(marks(text)).toEqual([]);
  });

  it.each([
    ['求められる**「重点」**の話', '求められる「**重点**」の話'],
    ['**『本』**を読む', '『**本**』を読む'],
    ['**甲（乙）**に', '**甲**（乙）に'],
    ['**やめない！**と', '**やめない**！と'],
    ['**「甲」と「乙」**の', undefined],
    ['**（**の', undefined],
    ['**「[甲](a)」**の', undefined],
  ])('[P5] in “%s” is mended to “%s”', (text, fixed) => {
    const [finding] = check(text);
    const fix = finding?.fixes?.[0];

    expect(finding?.code).toBe('cjk-emphasis');
    expect(fix && applyEdits(text, fix.edits)).toBe(fixed);
    if (fixed !== undefined) {
      expect(check(fixed)).toEqual([]);
      const node = JSON.stringify(parseMarkdown(fixed, 'gfm'));
      expect(node).toContain('"strong"');
    }
  });

  it('[P4] says that the site shows the marks, or that only other sites do', () => {
    expect(check('**「重点」**の')[0]?.message.ja).toBe(
      'サイトでは太字にならず、** がそのまま見えます',
    );
    expect(check('**「重点」**の')[0]?.advice?.ja).toBe(
      '閉じる ** のすぐ前が「」」、すぐ後ろが文字だと、太字の終わりと見なされません。かっこの内側だけを太字にすると、正しく表示されます。',
    );
  });

  it('[P1] keeps the text but for the marks when it is mended', () => {
    const text = '𠮷**「重点」**の👨‍👩‍👧**甲（乙）**に\r\n**「丙」**の\r\n';

    for (const { fixes } of check(text)) {
      const fixed = applyEdits(text, fixes?.[0]?.edits ?? []);
      expect(fixed).not.toBe(text);
      expect(fixed.replaceAll('*', '')).toBe(text.replaceAll('*', ''));
    }
  });
});
