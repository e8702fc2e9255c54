import { describe, expect, test } from 'vitest';
import {
  commandItems,
  createPaletteIndex,
  groupHits,
  guideItems,
  withoutQuery,
} from '../../../../src-renderer/features/palette/palette-model.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const all = { workspace: true, guide: true };
const entries = [
  guideEntry('Technical Writer', { title: '伝わる書き出しから手順書までを整える仕事' }),
  guideEntry('Cloud Engineer', { title: 'クラウドを育てる仕事', tags: ['インフラ'] }),
];
const items = [...commandItems(all, 'ja'), ...guideItems(entries, [], 'ja')];
const find = (query: string) => createPaletteIndex(items).search(query);

describe('searching', () => {
  test.each([
    ['書き出', 'command:export.review'],
    ['かきだし', undefined],
    ['ＣＬＯＵＤ', 'guide:guides/cloud_engineer.md'],
    ['くらうど', 'guide:guides/cloud_engineer.md'],
    ['ｸﾗｳﾄﾞ', 'guide:guides/cloud_engineer.md'],
    ['いんふら', 'guide:guides/cloud_engineer.md'],
    ['cloud_eng', 'guide:guides/cloud_engineer.md'],
    ['save copy', 'command:guide.saveCopy'],
  ])('[P9] kana and width do not matter: %s finds %s first', (query, id) => {
    expect(find(query)[0]?.item.id).toBe(id);
  });

  test('a hit knows which letters of the folded name it hit', () => {
    expect(find('書き出')[0]?.nameHits).toEqual([0, 1, 2]);
  });

  test('the group with the best hit stands first', () => {
    expect(groupHits(find('書き出')).map((group) => group.group)).toEqual(['actions', 'guides']);
    expect(groupHits(find('cloud')).map((group) => group.group)[0]).toBe('guides');
  });

  test('a group shows a screenful at most', () => {
    const many = guideItems(
      Array.from({ length: 50 }, (_, i) => guideEntry(`Cloud ${i}`)),
      [],
      'ja',
    );
    const [group] = groupHits(createPaletteIndex(many).search('cloud'));
    expect(group?.hits).toHaveLength(12);
  });
});

describe('what can be used', () => {
  const reasonOf = (id: string, workspace: boolean, guide: boolean) =>
    commandItems({ workspace, guide }, 'ja').find((item) => item.id === `command:${id}`)?.disabled;

  test('a command says what it waits for', () => {
    expect(reasonOf('guide.save', false, false)).toBe('needsWorkspace');
    expect(reasonOf('guide.save', true, false)).toBe('needsGuide');
    expect(reasonOf('guide.save', true, true)).toBeUndefined();
    expect(reasonOf('workspace.open', false, false)).toBeUndefined();
  });

  test('before typing, guides used last come first and nothing is shown that cannot be used', () => {
    const some = [
      ...commandItems({ workspace: true, guide: false }, 'ja'),
      ...guideItems(entries, [], 'ja'),
    ];
    const hits = withoutQuery(some, ['guides/gone.md', 'guides/cloud_engineer.md']);
    expect(hits[0]?.item.id).toBe('guide:guides/cloud_engineer.md');
    expect(hits.filter((hit) => hit.item.group === 'guides')).toHaveLength(1);
    expect(hits.filter((hit) => hit.item.disabled !== undefined)).toEqual([]);
  });
});
