import { matchChapters, type MatchedChapter } from '../guide-chapters.ts';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** The chapters that need not move: the longest run whose places in the type go up. */
function inOrder(matched: readonly MatchedChapter[]): ReadonlySet<MatchedChapter> {
  /** For each length, the run that ends with the smallest place. */
  const runs: { readonly last: MatchedChapter; readonly before: Run | undefined }[] = [];
  for (const one of matched) {
    const at = runs.findIndex(({ last }) => last.index >= one.index);
    const length = at < 0 ? runs.length : at;
    runs[length] = { last: one, before: runs[length - 1] };
  }
  const kept = new Set<MatchedChapter>();
  for (let run: Run | undefined = runs.at(-1); run; run = run.before) kept.add(run.last);
  return kept;
}

interface Run {
  readonly last: MatchedChapter;
  readonly before: Run | undefined;
}

/** A chapter that stands elsewhere than in the guide type. */
export const sectionOrder = defineRule({
  id: 'section-order',
  reads: 'guide',
  description: {
    ja: '章が、ガイドの種類の順に並んでいることを確かめます。',
    en: 'Checks that chapters come in the order of the guide type.',
  },
  rationale: {
    ja: 'ガイドを読み比べる人は、同じ場所に同じ章があると思って探します。',
    en: 'Who compares guides looks for a chapter where it is in the others.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      order: '「{heading}」の章の場所が、ガイドの種類の順と違います',
      after: '「{before}」の章の後に移してください。',
      first: '最初の章にしてください。',
    },
    en: {
      order: 'The chapter “{heading}” stands elsewhere than in the guide type',
      after: 'Move it behind the chapter “{before}”.',
      first: 'Make it the first chapter.',
    },
  },
  examples: [
    {
      title: { ja: '種類の順', en: 'In the order of the type' },
      markdown: chapters([
        'Nurseとは',
        '主な仕事内容',
        'キャリアパス',
        '将来性と展望',
        '学び方の道すじ',
        'まとめ',
      ]),
      findings: [],
    },
    {
      title: { ja: '1つの章が前にある', en: 'One chapter comes too early' },
      markdown: chapters([
        '将来性と展望',
        'Nurseとは',
        '主な仕事内容',
        'キャリアパス',
        '学び方の道すじ',
        'まとめ',
      ]),
      findings: [{ marks: '## 将来性と展望' }],
    },
  ],
  check({ record, body, bodyFrom, type, report }) {
    if (!type) return;
    const matched = matchChapters(type, { tree: body.tree, name: record.name });
    const kept = inOrder(matched);
    for (const one of matched) {
      if (kept.has(one)) continue;
      const before = matched
        .filter(({ index }) => index < one.index)
        .sort((a, b) => b.index - a.index)[0];
      const { from, to } = rangeOfNode(one.chapter.heading);
      report({
        message: 'order',
        advice: before ? 'after' : 'first',
        values: { heading: one.chapter.text, before: before?.chapter.text ?? '' },
        from: from + bodyFrom,
        to: to + bodyFrom,
      });
    }
  },
});

function chapters(headings: readonly string[]): string {
  return ['# [完全ガイド] Nurse: 題', ...headings.map((text) => `## ${text}\n\n本文`)].join('\n\n');
}
