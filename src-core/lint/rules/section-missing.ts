import { fillPlaces, toKeycap } from '../../catalog/new-guide.ts';
import { defaultGuideType } from '../../catalog/default-guide-type.ts';
import { matchChapters, readChapters } from '../guide-chapters.ts';
import { lineAt, rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';
import { readKeycap } from '../../text/section-number.ts';

/** A small guide type for the examples. */
const small = {
  ...defaultGuideType,
  h1: '# {name}',
  sections: [
    { id: 'what', heading: '{keycap} {name}とは', required: true, body: '仕事の紹介' },
    { id: 'duties', heading: '{keycap} 主な仕事', required: true, body: '仕事の一覧' },
    { id: 'questions', heading: '{keycap} 質問', required: false, body: '質問の一覧' },
    { id: 'summary', heading: '{keycap} まとめ', required: true, body: 'ひとこと' },
  ].map((section) => ({ ...section, numbering: 'keycap' as const })),
};

/** A chapter that the guide type asks for and the guide does not have. */
export const sectionMissing = defineRule({
  id: 'section-missing',
  reads: 'guide',
  description: {
    ja: 'ガイドの種類が求める章がそろっていることを確かめます。',
    en: 'Checks that a guide has all chapters that its guide type asks for.',
  },
  rationale: {
    ja: '読者はどのガイドにも同じ章があると思って探します。欠けた章は、目次でも比べられません。',
    en: 'Readers look for the same chapters in every guide; one that is missing cannot be compared.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      missing: '「{heading}」の章がありません',
      advice: 'このガイドの種類には要る章です。',
      insert: '「{heading}」の章を加える',
    },
    en: {
      missing: 'There is no chapter “{heading}”',
      advice: 'Guides of this type need it.',
      insert: 'Add the chapter “{heading}”',
    },
  },
  examples: [
    {
      title: { ja: '必要な章がそろっている', en: 'All chapters that are needed' },
      markdown:
        '# Nurse\n\n## 1️⃣ Nurseとは\n\n紹介\n\n## 2️⃣ 主な仕事\n\n検温\n\n## 3️⃣ まとめ\n\n以上\n',
      type: small,
      findings: [],
    },
    {
      title: { ja: '1つの章がない', en: 'One chapter is missing' },
      markdown: '# Nurse\n\n## 1️⃣ Nurseとは\n\n紹介\n\n---\n\n## 3️⃣ まとめ\n\n以上\n',
      type: small,
      findings: [
        {
          marks: '# Nurse',
          fixed:
            '# Nurse\n\n## 1️⃣ Nurseとは\n\n紹介\n\n---\n\n## 2️⃣ 主な仕事\n\n仕事の一覧\n\n---\n\n## 3️⃣ まとめ\n\n以上\n',
        },
      ],
    },
    {
      title: { ja: '別の種類のガイド', en: 'A guide of another kind' },
      markdown: '# Nurse\n\n## 目次\n\n一覧\n',
      type: small,
      findings: [],
    },
  ],
  check({ parsed: { text }, record, body, bodyFrom, type, report }) {
    if (!type) return;
    const { name } = record;
    const matched = matchChapters(type, { tree: body.tree, name });
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const h1 = body.tree.children.find((node) => node.type === 'heading' && node.depth === 1);
    const place = h1 ? rangeOfNode(h1) : lineAt(body.text, 0);
    for (const [index, section] of type.sections.entries()) {
      if (!section.required || matched.some((one) => one.index === index)) continue;
      const before = matched.findLast((one) => one.index < index);
      const next = before ? before.next : readChapters(body.tree)[0];
      const number = (before && readKeycap(before.chapter.text, 0)?.number) ?? 0;
      const values = { name, keycap: toKeycap(number + 1) };
      const heading = fillPlaces(section.heading, values);
      const chapter = `## ${heading}\n\n${fillPlaces(section.body, values)}`.replaceAll('\n', eol);
      // Before the chapter that follows, with the rule that stands between two; else at the end.
      const at = bodyFrom + (next ? rangeOfNode(next.heading).from : body.text.length);
      const gap = body.text.endsWith('\n') ? eol : eol + eol;
      const insert = next
        ? `${chapter}${eol}${eol}---${eol}${eol}`
        : `${gap}---${eol}${eol}${chapter}${eol}`;
      report({
        message: 'missing',
        advice: 'advice',
        values: { heading },
        from: place.from + bodyFrom,
        to: place.to + bodyFrom,
        fix: { title: 'insert', edits: [{ from: at, to: at, insert }], review: true },
      });
    }
  },
});
