import { defineRule } from '../rule.ts';

/** Two guides under one address. */
export const slugDuplicate = defineRule({
  id: 'slug-duplicate',
  reads: 'catalog',
  description: {
    ja: '同じURL名のガイドがほかにないことを確かめます。',
    en: 'Checks that no other guide has the same URL name.',
  },
  rationale: {
    ja: '2つのガイドが同じアドレスになり、片方はサイトに表示されません。',
    en: 'Two guides would share one address, and only one of them would appear on the site.',
  },
  defaultSeverity: 'error',
  messages: {
    ja: {
      taken: 'URL名「{slug}」は、ほかのガイドでも使われています',
      where: '同じURL名のガイド: {path}',
    },
    en: {
      taken: 'Another guide has the URL name “{slug}” too',
      where: 'Guide with the same URL name: {path}',
    },
  },
  examples: [
    {
      title: { ja: 'URL名が1つだけ', en: 'The only guide of this name' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      others: ['ux_designer'],
      findings: [],
    },
    {
      title: { ja: 'ほかのガイドと同じURL名', en: 'The name of another guide' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      path: 'guides/nurse_copy.md',
      others: ['nurse'],
      findings: [{ marks: '"nurse"' }],
    },
  ],
  check({ record, catalog, report }) {
    const slug = record.keys['slug'];
    if (!slug) return;
    const other = catalog.byKey('slug', slug.value).find((path) => path !== record.path);
    if (other === undefined) return;
    report({
      message: 'taken',
      advice: 'where',
      values: { slug: slug.value, path: other },
      pointer: slug.pointer,
      from: slug.from,
      to: slug.to,
    });
  },
});
