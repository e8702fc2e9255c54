import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSearchResult, cutToWidth, resultLimits } from '#core/markdown/search-result';
import { displayWidth } from '#core/text/display-width';

it('a text that fits exactly is shown whole, one character more is cut with room for the ellipsis', () => {
  expect(cutToWidth('あ'.repeat(35), 35)).toEqual({ shown: 'あ'.repeat(35), cut: '', width: 35 });
  expect(cutToWidth('あ'.repeat(36), 35)).toEqual({
    shown: `${'あ'.repeat(34)}…`,
    cut: 'ああ',
    width: 36,
  });
});

it('[P9] half-width letters count half', () => {
  expect(cutToWidth('Cloud Engineer: 基盤', 7)).toEqual({
    shown: 'Cloud Engine…',
    cut: 'er: 基盤',
    width: 10,
  });
});

it('line ends and rows of blanks are one blank, as in a page', () => {
  expect(cutToWidth('  一\n二\t 三 ', 10).shown).toBe('一 二 三');
});

it('shown and cut part hold the whole text, within the limit, without tearing an emoji', () => {
  const part = fc.constantFrom('あ', 'a', ' ', '👩‍👩‍👧', '1️⃣', '漢字', 'ｶﾞ', '\n');
  fc.assert(
    fc.property(fc.array(part), fc.integer({ min: 4, max: 40 }), (parts, limit) => {
      const { shown, cut, width } = cutToWidth(parts.join(''), limit);
      const whole = parts.join('').replaceAll(/\s/g, '');
      const joined = cut === '' ? shown : shown.slice(0, -1) + cut;
      expect(joined.replaceAll(/\s/g, '')).toBe(whole);
      expect(displayWidth(shown)).toBeLessThanOrEqual(limit);
      expect(cut === '').toBe(width <= limit);
      expect(cut).not.toMatch(/^(?:\u200d|\ufe0f|\u20e3|\uff9e)/);
    }),
  );
});

it('the published heading is the title, the title field where there is none', () => {
  const details = {
    title: '止まらない基盤',
    meta_description: ' 説明 ',
    slug: 'cloud',
    thumbnail: 3,
  };
  expect(createSearchResult(details, '[完全ガイド] Cloud: 基盤')).toEqual({
    title: '[完全ガイド] Cloud: 基盤',
    description: '説明',
    thumbnail: '',
    slug: 'cloud',
    image: '',
  });
  expect(createSearchResult(details, '').title).toBe('止まらない基盤');
  expect(createSearchResult({}, '').title).toBe('');
});

it('a phone shows more of a title and less of a description than a PC', () => {
  expect(resultLimits.phone.title).toBeGreaterThan(resultLimits.desktop.title);
  expect(resultLimits.phone.description).toBeLessThan(resultLimits.desktop.description);
});

it('the image of a card is the main image, the list image where there is none', () => {
  const thumbnail = '/static/img/a.png';
  const hero = '/static/img/a_hero.png';
  expect(createSearchResult({ thumbnail, hero_image: hero }, '').image).toBe(hero);
  expect(createSearchResult({ thumbnail, hero_image: '' }, '').image).toBe(thumbnail);
  expect(createSearchResult({}, '').image).toBe('');
});
