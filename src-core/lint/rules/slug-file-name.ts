import { stemOf } from '../../catalog/guide-record.ts';
import { defineRule } from '../rule.ts';

const slugPattern = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** An address that differs from the name of the file. */
export const slugFileName = defineRule({
  id: 'slug-file-name',
  reads: 'details',
  description: {
    ja: 'URL名とファイル名が同じことを確かめます。',
    en: 'Checks that the URL name is the name of the file.',
  },
  rationale: {
    ja: 'ファイル名からアドレスを作るサイトでは、URL名と違うアドレスになり、リンクが切れます。',
    en: 'Where the site makes addresses of file names, the page ends up elsewhere and links to it break.',
  },
  defaultSeverity: 'error',
  messages: {
    ja: {
      differs: 'URL名「{slug}」がファイル名「{stem}」と違います',
      advice: 'どちらかを変えて、同じ名前にそろえてください。',
      useStem: 'URL名を「{stem}」にする',
    },
    en: {
      differs: 'The URL name “{slug}” differs from the file name “{stem}”',
      advice: 'Change one of them so that they are the same.',
      useStem: 'Change the URL name to “{stem}”',
    },
  },
  examples: [
    {
      title: { ja: 'ファイル名と同じ', en: 'The same as the file name' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      findings: [],
    },
    {
      title: { ja: 'ファイル名と違う', en: 'Another name than the file has' },
      markdown: '---json\n{ "slug": "nurses" }\n---\n',
      findings: [{ marks: '"nurses"', fixed: '---json\n{ "slug": "nurse" }\n---\n' }],
    },
    {
      title: {
        ja: 'ファイル名がURL名に使えない',
        en: 'The file name cannot be a URL name',
      },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      path: 'guides/看護師.md',
      findings: [{ marks: '"nurse"' }],
    },
  ],
  check({ path, parsed, record, report }) {
    const slug = record.keys['slug'];
    const stem = stemOf(path).normalize('NFC');
    if (!slug || slug.value.normalize('NFC') === stem) return;
    const { from, to, pointer } = slug;
    report({
      message: 'differs',
      advice: 'advice',
      values: { slug: slug.value, stem },
      pointer,
      from,
      to,
      fix:
        parsed.editable && slugPattern.test(stem)
          ? { title: 'useStem', edits: [{ from, to, insert: JSON.stringify(stem) }] }
          : undefined,
    });
  },
});
