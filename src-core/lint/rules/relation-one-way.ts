import { defineRule } from '../rule.ts';

/** Guides beyond this many that name one are not said one by one: it is a page that many lead to. */
const mostSaid = 10;

/** A guide that is named as related by another and does not name it back. */
export const relationOneWay = defineRule({
  id: 'relation-one-way',
  reads: 'catalog',
  description: {
    ja: 'このガイドを関連ガイドに挙げているガイドを、このガイドも挙げていることを確かめます。',
    en: 'Checks that a guide names those guides as related that name it.',
  },
  rationale: {
    ja: '片方からしかたどれないと、読者はもとのガイドに戻る道を見つけられません。',
    en: 'Where the way leads in one direction only, readers find no card that takes them back.',
  },
  defaultSeverity: 'hint',
  messages: {
    ja: {
      oneWay: '「{name}」はこのガイドを関連ガイドに挙げていますが、ここには「{name}」がありません',
      advice: '互いに挙げると、読者が行き来できます。片方だけでよいなら、そのままでかまいません。',
      add: '「{slug}」を加えて、互いに挙げる',
    },
    en: {
      oneWay: '“{name}” names this guide as related, but is not named here',
      advice: 'Where both name each other, readers can go both ways. Leave it if one way is meant.',
      add: 'Add “{slug}”, so that both name each other',
    },
  },
  examples: [
    {
      title: { ja: '互いに挙げている', en: 'Both name each other' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["doctor"] }\n---\n',
      others: [{ slug: 'doctor', related_jobs: ['nurse'] }],
      findings: [],
    },
    {
      title: { ja: '片方だけが挙げている', en: 'Only one names the other' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["doctor"] }\n---\n',
      others: [
        { slug: 'doctor', related_jobs: ['nurse'] },
        { slug: 'pharmacist', related_jobs: ['nurse'] },
      ],
      findings: [
        {
          marks: '["doctor"]',
          fixed: '---json\n{ "slug": "nurse", "related_jobs": ["doctor", "pharmacist"] }\n---\n',
        },
      ],
    },
    {
      title: { ja: 'まだ何も挙げていない', en: 'Nothing is named yet' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": [] }\n---\n',
      others: [{ slug: 'doctor', related_jobs: ['nurse'] }],
      findings: [
        {
          marks: '[]',
          fixed: '---json\n{ "slug": "nurse", "related_jobs": ["doctor"] }\n---\n',
        },
      ],
    },
  ],
  check({ record, catalog, report }) {
    let said = 0;
    for (const { name, field, value } of catalog.relatedFrom(record)) {
      const list = record.relationLists.find((one) => one.field === field);
      if (!list || value === undefined || said === mostSaid) continue;
      if (catalog.relates(record.path, field, value)) continue;
      said += 1;
      const { from, to, pointer, insertAt, separator } = list;
      const insert = separator + JSON.stringify(value);
      report({
        message: 'oneWay',
        advice: 'advice',
        values: { name, slug: value },
        pointer,
        from,
        to,
        fix: { title: 'add', edits: [{ from: insertAt, to: insertAt, insert }], review: true },
      });
    }
  },
});
