import { describe, expect, it } from 'vitest';
import { conflictsOf, mergeGuides } from '#core/merge/merge-guides';
import {
  chooseAll,
  excerpt,
  neighbour,
  nextUndecided,
  ownStart,
  resultOf,
  sideView,
} from '../../../../src-renderer/features/merge/merge-model.ts';

const body = '# 題\n\n一。\n\n二。\n\n三。\n\n四。\n\n五。\n\n六。\n';
const base = `---json\n{"title": "題", "tags": ["あ"], "n": 1}\n---\n${body}`;
const merged = mergeGuides({
  base,
  mine: base
    .replace('"題"', '"わたしの題"')
    .replace('六。', '六、わたし。')
    .replace('"n": 1', '"n": 2'),
  theirs: base
    .replace('"題"', '"ほかの題"')
    .replace('六。', '六、ほか。')
    .replace('"n": 1', '"n": 3')
    .replace('["あ"]', '["あ", "い"]'),
  fields: [],
});
const conflicts = conflictsOf(merged);
const ids = conflicts.map(({ id }) => id);

describe('[F35] what the place to choose shows', () => {
  it('marks what a side has changed, and reads values as people do', () => {
    const [title] = conflicts;
    if (!title) throw new Error('no conflict');
    expect(sideView(title, 'mine')).toMatchObject({ shape: 'text' });
    const words = sideView(title, 'mine');
    expect(words.shape === 'text' && words.words.map(({ text }) => text).join('')).toBe(
      'わたしの題',
    );
    const tags = merged.places.find(({ taken }) => taken === 'theirs');
    if (!tags) throw new Error('no change of theirs');
    expect(sideView(tags, 'theirs')).toEqual({
      shape: 'list',
      words: [
        { text: 'あ', changed: false },
        { text: 'い', changed: true },
      ],
    });
  });

  it('says that a place is still to be chosen, and shows what stands there then', () => {
    const open = resultOf(merged, new Map());
    expect(open.fields.map(({ side }) => side)).toEqual(['pending', 'theirs', 'pending']);
    expect(open.body.map(({ side }) => side)).toEqual(['context', 'pending']);
    const chosen = resultOf(merged, chooseAll(merged, new Map(), 'theirs'));
    expect(chosen.body.at(-1)).toMatchObject({ side: 'theirs', text: '六、ほか。' });
    expect(chosen.text).toBe(
      base
        .replace('"題"', '"ほかの題"')
        .replace('六。', '六、ほか。')
        .replace('"n": 1', '"n": 3')
        .replace('["あ"]', '["あ", "い"]'),
    );
  });

  it('shows of what nobody has changed only the lines next to a change', () => {
    const [context] = resultOf(merged, new Map()).body;
    expect(context?.text).toBe('…\n四。\n五。');
  });

  it('moves between the places, and on to the next without a choice', () => {
    expect(neighbour(conflicts, ids[0], 1)).toBe(ids[1]);
    expect(neighbour(conflicts, ids[0], -1)).toBe(ids[0]);
    expect(neighbour(conflicts, undefined, 1)).toBe(ids[0]);
    expect(nextUndecided(conflicts, new Map([[ids[1] ?? -1, 'mine']]), ids[0])).toBe(ids[2]);
    expect(nextUndecided(conflicts, new Map([[ids[2] ?? -1, 'mine']]), ids[1])).toBe(ids[0]);
    expect(nextUndecided(conflicts, chooseAll(merged, new Map(), 'mine'), ids[0])).toBeUndefined();
  });

  it('lets texts be written anew, and no numbers', () => {
    expect(conflicts.map(ownStart)).toEqual(['わたしの題', undefined, '六、わたし。']);
  });

  it('cuts a long text on one line to where it changes', () => {
    const words = excerpt([
      { text: 'とても長い書き出しの文が続いてから\n', changed: false },
      { text: 'ここ', changed: true },
    ]);
    expect(words.map(({ text }) => text)).toEqual(['…しの文が続いてから ', 'ここ']);
  });
});
