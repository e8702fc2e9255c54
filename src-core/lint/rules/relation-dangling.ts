import { localize } from '../../messages/messages.ts';
import { lintMessages } from '../../messages/lint.ts';
import { nearestName } from '../nearest-name.ts';
import { defineRule } from '../rule.ts';

/** A related guide that is not there. */
export const relationDangling = defineRule({
  id: 'relation-dangling',
  reads: 'catalog',
  description: {
    ja: '関連ガイドに書いたガイドがあることを確かめます。',
    en: 'Checks that every related guide exists.',
  },
  rationale: {
    ja: 'ないガイドを指すと、サイトのカードが抜け落ちるか、ページを作れなくなります。',
    en: 'The card of a guide that does not exist is missing on the site, or the page cannot be built.',
  },
  defaultSeverity: 'error',
  messages: {
    ja: {
      missing: '「{value}」という関連ガイドはありません',
      nearest: '近い名前: {nearest}',
      none: 'URL名を確かめるか、この関連ガイドを外してください。',
    },
    en: {
      missing: 'There is no related guide “{value}”',
      nearest: 'Nearest name: {nearest}',
      none: 'Check the URL name, or remove this related guide.',
    },
  },
  examples: [
    {
      title: { ja: 'あるガイドを指している', en: 'The guide exists' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["physical_therapist"] }\n---\n',
      others: ['physical_therapist'],
      findings: [],
    },
    {
      title: { ja: '名前が少し違う', en: 'The name is slightly different' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["sre_engineer"] }\n---\n',
      others: ['site_reliability_engineer', 'ux_designer'],
      findings: [
        {
          marks: '"sre_engineer"',
          fixed:
            '---json\n{ "slug": "nurse", "related_jobs": ["site_reliability_engineer"] }\n---\n',
        },
      ],
    },
    {
      title: { ja: '似た名前もない', en: 'Nothing has a similar name' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["astronaut"] }\n---\n',
      others: ['ux_designer'],
      findings: [{ marks: '"astronaut"' }],
    },
  ],
  check({ record, catalog, report }) {
    for (const { value, field, pointer, from, to } of record.relations) {
      if (catalog.byKey(field, value).length > 0) continue;
      const nearest = nearestName(value, catalog.keyValues(field));
      report({
        message: 'missing',
        advice: nearest === undefined ? 'none' : 'nearest',
        values: { value, nearest: nearest ?? '' },
        pointer,
        from,
        to,
        fix:
          nearest !== undefined && to > from
            ? {
                title: localize(lintMessages, 'replaceBy', { value: nearest }),
                edits: [{ from, to, insert: JSON.stringify(nearest) }],
              }
            : undefined,
      });
    }
  },
});
