import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#core/markdown/parse';
import { splitGuide } from '#core/document/guide-parts';
import { headingsOf, readHeadings } from '../../../src-renderer/editor/headings/headings.ts';
import { openText } from './open-text.ts';

const found = (text: string) =>
  headingsOf(openText(text).state).map(({ level, text }) => `${String(level)} ${text}`);

/** The headings that the site's parser finds on top of the body. */
function expected(text: string): { level: number; from: number }[] {
  const { bodyFrom } = splitGuide(text);
  return parseMarkdown(text.slice(bodyFrom), 'gfm-cjk').children.flatMap((node) =>
    node.type === 'heading'
      ? [{ level: node.depth, from: bodyFrom + (node.position?.start.offset ?? 0) }]
      : [],
  );
}

const places = (text: string, state = openText(text).state) =>
  headingsOf(state).map(({ level, from }) => ({
    level,
    from: from + (/^ {0,3}/.exec(text.slice(from))?.[0].length ?? 0),
  }));

const lines = fc.constantFrom(
  ...[
    '# 題',
    '## 1️⃣ 仕事',
    '### 1. 朝',
    '  ## 字下げ ##',
    '####### 七',
    '#なし',
    '下線',
    '===',
    '---',
  ],
  ...[
    '',
    '',
    '本文です。',
    '```',
    '~~~',
    '> ## 引用',
    '* 項目',
    '    ## コード',
    '<div>',
    '</div>',
  ],
  ...['<!--', '-->', '***'],
);
// The site's parser takes a definition above an underlined heading for a part of it, and ends tables elsewhere.
const bodies = fc.array(lines, { maxLength: 14 }).map((all) => all.join('\n'));

describe('the headings of a guide', () => {
  it('are those of the body alone, with their words', () => {
    expect(
      found(
        '---json\n{ "a": "\\n# b" }\n---\n# [完全ガイド] A: b\n\n## 1️⃣ 仕事 ##\n\n下線の\n題\n---\n',
      ),
    ).toEqual(['1 [完全ガイド] A: b', '2 1️⃣ 仕事', '2 下線の 題']);
    expect(found('---\ntitle: x\n---\n## 章\n')).toEqual(['2 章']);
    expect(found('```\n# a\n```\n> # b\n\n* # c\n\n<div>\n# d\n</div>\n\n##\n')).toEqual(['2 ']);
  });

  it('are those that the site finds', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const text = `---json\n{}\n---\n${body}`;
        expect(places(text)).toEqual(expected(text));
      }),
      { numRuns: 400 },
    );
  });

  it('stay right through edits, guide details included', () => {
    const edits = fc.array(fc.tuple(fc.nat(200), fc.nat(40), bodies), { maxLength: 4 });
    fc.assert(
      fc.property(bodies, edits, fc.boolean(), (body, all, asksBetween) => {
        const session = openText(`---json\n{}\n---\n${body}`);
        headingsOf(session.state);
        for (const [at, length, insert] of all) {
          const from = at % (session.length + 1);
          const to = Math.min(session.length, from + length);
          session.dispatch({ changes: { from, to, insert } });
          if (asksBetween) headingsOf(session.state);
        }
        expect(headingsOf(session.state)).toEqual(headingsOf(openText(session.text()).state));
      }),
      { numRuns: 400 },
    );
  });

  it('of a long text are read in slices', () => {
    const { state } = openText('## 章\n\n本文です。\n\n'.repeat(20_000));
    let slices = 1;
    let headings = readHeadings(state, 0);
    for (; headings === undefined; slices += 1) headings = readHeadings(state, 0);
    expect(headings).toHaveLength(20_000);
    expect(slices).toBeGreaterThan(10);
  });
});
