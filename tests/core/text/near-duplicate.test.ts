import { describe, expect, it } from 'vitest';
import { createNearWords } from '#core/text/near-duplicate';

const isNear = (a: string, b: string): boolean => createNearWords([b]).find(a, () => true) === b;

describe('words that were meant to be one', () => {
  it.each([
    ['クラウドエンジニヤ', 'クラウドエンジニア'],
    ['クラウドエンジア', 'クラウドエンジニア'],
    ['クラウドエンジンニア', 'クラウドエンジニア'],
    ['クラウドエンニジア', 'クラウドエンジニア'],
    ['ｸﾗｳﾄﾞ', 'クラウド'],
    ['ＡＷＳ資格', 'AWS資格'],
    ['aws資格', 'AWS資格'],
    ['くらうど', 'クラウド'],
    ['サーバー', 'サーバ'],
    ['ユーザ', 'ユーザー'],
    ['マネジャー', 'マネージャー'],
    ['サ-バ-', 'サーバー'],
    ['データ ベース', 'データベース'],
    ['データ　ベース', 'データベース'],
    ['パート・アルバイト', 'パートアルバイト'],
    ['未経験。', '未経験'],
    ['未経験！', '未経験'],
    ['Javascritp', 'JavaScript'],
    ['Kubernates', 'Kubernetes'],
    // One is composed, the other is not.
    ['カ\u3099イド', 'ガイド'],
  ])('「%s」 and 「%s」', (a, b) => {
    expect([isNear(a, b), isNear(b, a)]).toEqual([true, true]);
  });
});

describe('words that are two', () => {
  it.each([
    ['営業', '営業職'],
    ['介護士', '看護師'],
    ['看護師', '看護士'],
    ['一級建築士', '二級建築士'],
    ['理学療法士', '作業療法士'],
    ['第一種電気工事士', '第二種電気工事士'],
    ['簿記検定2級', '簿記検定3級'],
    ['未経験者歓迎', '未経験歓迎'],
    ['リモート可', 'リモート不可'],
    ['B2B営業', 'B2C営業'],
    ['C言語エンジニア', 'R言語エンジニア'],
    ['ビール', 'ビル'],
    ['スキー', 'スキ'],
    ['コード', 'コート'],
    ['ライター', 'ライダー'],
    ['トレーナー', 'トレーダー'],
    ['インストラクター', 'コンストラクター'],
    ['コンサルタント', 'コンサルティング'],
    ['プロジェクトマネージャー', 'プロダクトマネージャー'],
    ['C++', 'C#'],
    ['Java', 'JavaScript'],
    ['HTML5', 'HTML4'],
    ['。', '、'],
    ['年収', '年収'],
  ])('「%s」 and 「%s」', (a, b) => {
    expect([isNear(a, b), isNear(b, a)]).toEqual([false, false]);
  });
});

it('a word of marks alone is near to nothing', () => {
  expect(createNearWords(['。', '！']).find('…', () => true)).toBeUndefined();
});

it('the same word in another writing comes before a slip, and earlier words before later ones', () => {
  const near = createNearWords(['クラウドエンジニヤ', 'クラウド エンジニア', 'クラウドエンジニア']);
  expect(near.find('ｸﾗｳﾄﾞエンジニア', () => true)).toBe('クラウド エンジニア');
  expect(near.find('クラウドエンジニア', () => true)).toBe('クラウド エンジニア');
  expect(near.find('クラウドエンジニャ', () => true)).toBe('クラウドエンジニヤ');
  expect(near.find('クラウドエンジニャ', (word) => word.endsWith('ア'))).toBe(
    'クラウド エンジニア',
  );
  expect(near.find('営業', () => true)).toBeUndefined();
});
