import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '#core/document/parse-guide';
import { composeMerge, conflictsOf, mergeGuides } from '#core/merge/merge-guides';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';

const fields = readFields(defaultGuideSchema);

function merge(base: string, mine: string, theirs: string) {
  const merged = mergeGuides({ base, mine, theirs, fields });
  return { merged, ...composeMerge(merged, new Map()), conflicts: conflictsOf(merged) };
}

const guide = (details: string, body: string): string => `---json\n${details}\n---\n\n${body}`;
const details = `{
  "title": "仕事の道しるべ",
  "keywords": ["年収", "資格"],
  "related_jobs": [ "nurse" ],
  "order":   1.0
}`;
const body = '## はじめに\n\n一つ目の段落です。\n\n二つ目の段落です。\n\n三つ目の段落です。\n';
const base = guide(details, body);

describe('[F35] merging what two sides have changed', () => {
  it('takes changes of different fields and paragraphs from both sides', () => {
    const mine = base.replace('道しるべ', '地図').replace('一つ目の段落', '一つ目の文');
    const theirs = base.replace('1.0', '2.50').replace('三つ目の段落', '三つ目の文');
    const { text, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(text).toBe(
      base
        .replace('道しるべ', '地図')
        .replace('一つ目の段落', '一つ目の文')
        .replace('1.0', '2.50')
        .replace('三つ目の段落', '三つ目の文'),
    );
  });

  it('takes changes of neighbouring paragraphs from both sides', () => {
    const mine = base.replace('一つ目の段落', '一つ目の文');
    const theirs = base.replace('二つ目の段落', '二つ目の文');
    const { text, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(text).toBe(mine.replace('二つ目の段落', '二つ目の文'));
  });

  it('[P1] leaves every byte of mine that theirs has not changed, however it is laid out', () => {
    const mine = base.replace('"order":   1.0', '"order":1.0 ').replace('地図', '道');
    const theirs = base.replace('"title": "仕事の道しるべ"', '"title" : "別の題"');
    expect(merge(base, mine, theirs).text).toBe(mine.replace('仕事の道しるべ', '別の題'));
  });

  it('joins what both sides have added to and taken from a list of words, mine first', () => {
    const mine = base.replace('["年収", "資格"]', '["年収", "資格", "未経験"]');
    const theirs = base.replace('["年収", "資格"]', '["資格", "将来性"]');
    const { text, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(text).toContain('"keywords": ["資格", "未経験", "将来性"]');
  });

  it('asks where both sides have changed one field, and says what it was', () => {
    const mine = base.replace('仕事の道しるべ', 'わたしの題');
    const theirs = base.replace('仕事の道しるべ', '別の題');
    const { merged, conflicts, text } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([
      {
        where: { kind: 'field', pointer: '/title', label: { ja: 'タイトル' } },
        base: '"仕事の道しるべ"',
        mine: '"わたしの題"',
        theirs: '"別の題"',
      },
    ]);
    expect(text).toBe(mine);
    const id = conflicts[0]?.id ?? -1;
    expect(composeMerge(merged, new Map([[id, 'theirs']])).text).toBe(theirs);
    const own = composeMerge(merged, new Map([[id, { own: '二人の"題"' }]])).text;
    expect(parseGuide(own).data?.title).toBe('二人の"題"');
  });

  it('asks where both sides have changed one paragraph, under its heading and line', () => {
    const mine = base.replace('二つ目', '2つ目');
    const theirs = base.replace('二つ目', '第二');
    const { merged, conflicts, text, ranges } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([
      {
        where: { kind: 'body', line: 14, heading: 'はじめに' },
        mine: '2つ目の段落です。',
        theirs: '第二の段落です。',
      },
    ]);
    const id = conflicts[0]?.id ?? -1;
    const { from, to } = ranges.get(id) ?? { from: 0, to: 0 };
    expect(text.slice(from, to)).toBe('2つ目の段落です。');
    expect(composeMerge(merged, new Map([[id, 'theirs']])).text).toBe(theirs);
    expect(composeMerge(merged, new Map([[id, 'both']])).text).toBe(
      base.replace('二つ目の段落です。', '2つ目の段落です。\n\n第二の段落です。'),
    );
    expect(composeMerge(merged, new Map([[id, { own: '\n書き直した段落。\n' }]])).text).toBe(
      base.replace('二つ目の段落です。', '書き直した段落。'),
    );
  });

  it('asks where one side has taken out what the other has changed, in details and body', () => {
    const mine = base
      .replace('  "related_jobs": [ "nurse" ],\n', '')
      .replace('二つ目の段落です。\n\n', '');
    const theirs = base.replace('[ "nurse" ]', '"nurse"').replace('二つ目の段落', '二つ目の文');
    const { merged, conflicts, text } = merge(base, mine, theirs);
    expect(conflicts.map((one) => [one.mine, one.theirs])).toEqual([
      [undefined, '"nurse"'],
      [undefined, '二つ目の文です。'],
    ]);
    expect(text).toBe(mine);
    const all = new Map(conflicts.map(({ id }) => [id, 'theirs' as const]));
    const taken = composeMerge(merged, all).text;
    expect(parseGuide(taken).data?.related_jobs).toBe('nurse');
    expect(taken).toContain('二つ目の文です。\n\n三つ目');
  });

  it('never lets two paragraphs run into one', () => {
    const mine = base.replace('\n\n三つ目の段落です。', '');
    const theirs = `${base}\n四つ目です。\n`;
    const { text } = merge(base, mine, theirs);
    expect(text).toContain('二つ目の段落です。\n\n四つ目です。\n');
  });

  it('keeps fences and tables whole', () => {
    const fence = '```js\na();\n\nb();\n```';
    const with_ = guide('{}', `前\n\n${fence}\n\n後\n`);
    const { conflicts } = merge(with_, with_.replace('a()', 'c()'), with_.replace('b()', 'd()'));
    expect(conflicts.map(({ mine }) => mine)).toEqual([fence.replace('a()', 'c()')]);
  });

  it('merges objects by their own fields, and lists of objects item by item', () => {
    const faq = guide(
      '{"faq":[{"q":"問1","a":"答1"},{"q":"問2","a":"答2"}],"img":{"src":"a","alt":"b"}}',
      '',
    );
    const mine = faq.replace('答1', '答え1').replace('"src":"a"', '"src":"c"');
    const theirs = faq.replace('問2', '問い2').replace('"alt":"b"', '"alt":"d"');
    const { text, conflicts } = merge(faq, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(text).toBe(mine.replace('問2', '問い2').replace('"alt":"b"', '"alt":"d"'));
  });

  it('never mixes items of a list that one side has reordered', () => {
    const faq = guide('{"faq":[{"q":"あ"},{"q":"い"}]}', '');
    const mine = guide('{"faq":[{"q":"い"},{"q":"あ"}]}', '');
    const theirs = faq.replace('あ', 'あ2');
    const { conflicts, text } = merge(faq, mine, theirs);
    expect(conflicts).toMatchObject([{ where: { pointer: '/faq' } }]);
    expect(text).toBe(mine);
  });

  it('merges details that cannot be read line by line', () => {
    const mine = base.replace('"order":   1.0', '"order":   1.0,');
    const theirs = base.replace('仕事の道しるべ', '別の題').replace('一つ目', '第一');
    const { text, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(text).toBe(theirs.replace('1.0', '1.0,'));
  });

  it('takes no part of a guide without its closing fence for another', () => {
    const mine = base.replace('一つ目', '第一');
    const theirs = base.replace('\n---\n', '\n').replace('三つ目', '第三');
    const { text } = merge(base, mine, theirs);
    expect(text).toBe(theirs.replace('一つ目', '第一'));
  });
});

const words = fc.constantFrom('あ', 'い', 'う', '# え', '```', '- お', '| か |', '𠮷', 'a b', '  ');
const bodyText = fc
  .array(fc.tuple(words, fc.constantFrom('\n', '\n\n', '\n \n\n', ' ')), { maxLength: 12 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
const value = fc.oneof(
  fc.constantFrom('"一"', '"二"', '1', '1.0', 'null', '{"a":1}', '{"a":2,"b":[1]}', '{}'),
  fc
    .array(fc.constantFrom('"x"', '"y"', '"z"'), { maxLength: 3 })
    .map((list) => `[${list.join(', ')}]`),
);
const names = ['title', 'keywords', 'related_jobs', 'x'];
const detailsText = fc
  .tuple(
    fc.subarray(names),
    fc.array(value, { minLength: 4, maxLength: 4 }),
    fc.constantFrom('\n  ', ' ', ''),
  )
  .map(([chosen, values, gap]) => {
    const inner = chosen.map((name, i) => `${gap}"${name}": ${values[i] ?? '0'}`).join(',');
    return `{${inner}${gap === '\n  ' ? '\n' : gap}}`;
  });
const anyGuide = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(detailsText, bodyText).map(([one, two]) => `---json\n${one}\n---\n${two}`),
  },
  { weight: 1, arbitrary: bodyText },
  { weight: 1, arbitrary: detailsText.map((one) => `---json\n${one.slice(0, -1)}\n---\n`) },
);

describe('[F35] laws of merging', () => {
  const numRuns = 400;

  it('what only one side has changed is that side, byte for byte', () => {
    fc.assert(
      fc.property(anyGuide, anyGuide, (one, other) => {
        expect(merge(one, other, one).text).toBe(other);
        expect(merge(one, one, other).text).toBe(other);
        expect(merge(one, other, other).text).toBe(other);
        expect(merge(one, other, other).conflicts).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('no text of either side is lost: it is in the result, or in a place of the list', () => {
    fc.assert(
      fc.property(anyGuide, anyGuide, anyGuide, (one, mine, theirs) => {
        const { merged, text } = merge(one, mine, theirs);
        const lines = (all: string): string[] =>
          parseGuide(all).parts.kind === 'json'
            ? all.slice(parseGuide(all).parts.bodyFrom).split('\n')
            : all.split('\n');
        const shown = [text, ...merged.places.flatMap((p) => [p.mine ?? '', p.theirs ?? ''])];
        const seen = new Set(shown.flatMap((part) => part.split('\n')).map((line) => line.trim()));
        const former = new Set(one.split('\n').map((line) => line.trim()));
        for (const line of [...lines(mine), ...lines(theirs)].map((each) => each.trim())) {
          if (line !== '' && !former.has(line)) expect(seen).toContain(line);
        }
      }),
      { numRuns },
    );
  });

  it('the same places are in conflict whichever side is mine', () => {
    fc.assert(
      fc.property(anyGuide, anyGuide, anyGuide, (one, mine, theirs) => {
        const told = (conflicts: ReturnType<typeof merge>['conflicts'], swapped: boolean) =>
          conflicts
            .map((place) =>
              JSON.stringify([
                place.base,
                swapped ? place.theirs : place.mine,
                swapped ? place.mine : place.theirs,
              ]),
            )
            .sort();
        expect(told(merge(one, mine, theirs).conflicts, false)).toEqual(
          told(merge(one, theirs, mine).conflicts, true),
        );
      }),
      { numRuns },
    );
  });

  it('choosing theirs everywhere gives their values and mine everywhere gives mine', () => {
    fc.assert(
      fc.property(detailsText, detailsText, detailsText, (a, b, c) => {
        const [one, mine, theirs] = [a, b, c].map((text) => `---json\n${text}\n---\n`) as [
          string,
          string,
          string,
        ];
        const { merged } = merge(one, mine, theirs);
        for (const [choice, side] of [
          ['mine', mine],
          ['theirs', theirs],
        ] as const) {
          const choices = new Map(merged.places.map(({ id }) => [id, choice]));
          expect(parseGuide(composeMerge(merged, choices).text).data).toEqual(
            parseGuide(side).data,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
