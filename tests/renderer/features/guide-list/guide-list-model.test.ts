import { describe, expect, test } from 'vitest';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { noCounts } from '#core/lint/diagnostic';
import {
  filterWords,
  groupRows,
  type GuideSort,
  inScope,
  matchesWords,
  sortEntries,
} from '../../../../src-renderer/features/guide-list/guide-list-model.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const cloud = guideEntry('Cloud Engineer', {
  title: '止まらない基盤を育てる仕事',
  category: 'cloud-infra',
  tags: ['インフラ', 'クラウド'],
  counts: { ...noCounts, error: 2, warning: 3 },
  siteState: 'changed',
});
const data = guideEntry('Data Engineer', {
  title: 'データの通り道をつくる仕事',
  category: 'ai-data',
  counts: { ...noCounts, hint: 4 },
  siteState: 'same',
});
const game = guideEntry('Game Programmer', {
  title: '遊びの手ざわりを形にする仕事',
  counts: { ...noCounts, warning: 9 },
  siteState: 'new',
});
const readme = guideEntry('README', { kind: 'other', path: 'README.md', title: '' });

const names = (entries: readonly GuideEntry[]) => entries.map((entry) => entry.name);

describe('the filter', () => {
  test.each([
    ['cloud', true],
    ['ＣＬＯＵＤ', true],
    ['いんふら', true],
    ['ｲﾝﾌﾗ', true],
    ['基盤', true],
    ['cloud_eng', true],
    ['cloud 基盤', true],
    ['cloud　基盤', true],
    ['cloud データ', false],
    ['', true],
  ])('[P9] finds by name, title, tag and URL name in any kana and width: %s', (filter, found) => {
    expect(matchesWords(cloud, filterWords(filter))).toBe(found);
  });
});

describe('the scopes', () => {
  test('not exported are those that differ from the site', () => {
    const shown = [cloud, data, game, readme].filter((entry) => inScope(entry, 'not-exported'));
    expect(names(shown)).toEqual(['Cloud Engineer', 'Game Programmer']);
  });

  test('findings are errors and warnings; hints alone do not count', () => {
    const shown = [cloud, data, game].filter((entry) => inScope(entry, 'with-findings'));
    expect(names(shown)).toEqual(['Cloud Engineer', 'Game Programmer']);
  });
});

describe('the order', () => {
  test.each<[GuideSort, string[]]>([
    ['name', ['Cloud Engineer', 'Data Engineer', 'Game Programmer', 'README']],
    ['findings', ['Cloud Engineer', 'Game Programmer', 'Data Engineer', 'README']],
  ])('by %s', (sort, expected) => {
    expect(names(sortEntries([readme, game, data, cloud], sort, 'en'))).toEqual(expected);
  });

  test('numbers in names count as numbers', () => {
    const entries = ['Guide 10', 'Guide 9', 'Guide 1'].map((name) => guideEntry(name));
    expect(names(sortEntries(entries, 'name', 'ja'))).toEqual(['Guide 1', 'Guide 9', 'Guide 10']);
  });

  test('the entries given are left as they are', () => {
    const entries = [game, cloud];
    sortEntries(entries, 'name', 'ja');
    expect(entries).toEqual([game, cloud]);
  });
});

describe('groups', () => {
  const categories = [
    { id: 'cloud-infra', label: { ja: 'クラウド・インフラ', en: 'Cloud' } },
    { id: 'empty', label: { ja: '空', en: 'Empty' } },
  ];
  const labels = { noCategory: 'カテゴリーなし', others: 'そのほかの文書' };

  test('known categories first, then unknown ones, then none, then other documents', () => {
    const rows = groupRows([readme, game, data, cloud], categories, labels, 'ja');
    expect(rows.map((row) => (row.kind === 'group' ? row.label : row.entry.name))).toEqual([
      'クラウド・インフラ',
      'Cloud Engineer',
      'ai-data',
      'Data Engineer',
      'カテゴリーなし',
      'Game Programmer',
      'そのほかの文書',
      'README',
    ]);
  });

  test('positions count guides only', () => {
    const rows = groupRows([game, data, cloud], categories, labels, 'ja');
    const positions = rows.filter((row) => row.kind === 'guide').map((row) => row.position);
    expect(positions).toEqual([1, 2, 3]);
  });
});
